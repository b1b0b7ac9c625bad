/**
 * Writes src/lib/ui/styles/kern.css: the parts of KERN's stylesheet that the product uses (form fields, choices, labels, hints, errors,
 * alerts) and only the custom properties they read. KERN whole is 340 kB. Run after an update of @kern-ux/native: node tools/trim-kern.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import postcss, { type AtRule, type Root, type Rule } from 'postcss';

const source = new URL('../node_modules/@kern-ux/native/dist/kern.css', import.meta.url);
const target = new URL('../src/lib/ui/styles/kern.css', import.meta.url);
const kept = /\.kern-(form-input|form-check|fieldset|label|hint|error|alert)(?![a-z])/;
const unused = /kern-(icon|level|btn|input-group|summary|kopfzeile|fieldset__body--horizontal)|--(width|small|large|currency)|currency/;
const theme = /^(:root|\[data-kern-theme|\.kern-(dark|light)$)/;

const keepSelector = (selector: string): boolean => theme.test(selector.trim()) || (kept.test(selector) && !unused.test(selector));

function trimRules(root: Root): void {
	root.walkComments((comment) => void comment.remove());
	root.walkAtRules(/^(charset|font-face|import)$/, (rule) => void rule.remove());
	root.walkRules((rule: Rule) => {
		if (rule.parent?.type === 'atrule' && /keyframes/.test((rule.parent as AtRule).name)) return;
		const selectors = rule.selectors.filter(keepSelector);
		if (selectors.length) rule.selectors = selectors;
		else rule.remove();
	});
	root.walkRules(theme, (rule) =>
		rule.each((node) => {
			if (node.type === 'decl' && !node.prop.startsWith('--')) node.remove();
		})
	);
}

/** Drops custom properties that nothing reads, until nothing more falls. */
function trimProperties(root: Root): void {
	for (let dropped = 1; dropped > 0;) {
		dropped = 0;
		const read = new Set<string>();
		root.walkDecls((decl) => {
			for (const [, name] of decl.value.matchAll(/var\((--[\w-]+)/g)) read.add(name ?? '');
		});
		root.walkDecls(/^--/, (decl) => {
			if (read.has(decl.prop)) return;
			decl.remove();
			dropped++;
		});
	}
	root.walkAtRules('keyframes', (rule) => void rule.remove());
	for (let empty = true; empty;) {
		empty = false;
		root.walk((node) => {
			if ((node.type !== 'rule' && node.type !== 'atrule') || node.nodes?.length !== 0) return;
			node.remove();
			empty = true;
		});
	}
}

const root = postcss.parse(readFileSync(source, 'utf8'));
trimRules(root);
trimProperties(root);
const head = '/* Parts of KERN UX native 2.7.2, EUPL-1.2, © Dataport and the KERN team. Made by tools/trim-kern.ts: do not edit. */\n';
writeFileSync(target, head + root.toString().replace(/\n{2,}/g, '\n'));
