import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, inject, test } from 'vitest';
import type { Actor } from '#modules/people/actor.ts';
import { everyone, type Role } from '../src/testing/access/access.ts';
import type { RouteAccess } from '../src/testing/access/route-access.ts';
import { routeParts, routes } from '../src/testing/access/routes.ts';
import { roles } from '../src/testing/cast.ts';
import { cookieFor, newPersonLike } from './support/people.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];
type Found = { path: string; methods: Set<Method>; actions: Set<string> };

const parse = (file: string) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** Names that a file exports: `export const GET`, `export function POST`, `export { GET }`. */
function exportsOf(source: ts.SourceFile): string[] {
	return source.statements.flatMap((s) => {
		const exported = ts.canHaveModifiers(s) && s.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
		if (exported && ts.isVariableStatement(s)) return s.declarationList.declarations.map((d) => d.name.getText());
		if (exported && ts.isFunctionDeclaration(s)) return [s.name?.text ?? ''];
		if (ts.isExportDeclaration(s) && s.exportClause && ts.isNamedExports(s.exportClause))
			return s.exportClause.elements.map((e) => e.name.text);
		return [];
	});
}

function actionsOf(source: ts.SourceFile): string[] {
	const declared = source.statements
		.filter(ts.isVariableStatement)
		.flatMap((s) => [...s.declarationList.declarations])
		.find((d) => d.name.getText() === 'actions');
	let value = declared?.initializer;
	while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression;
	return value && ts.isObjectLiteralExpression(value) ? value.properties.map((p) => p.name?.getText().replace(/['"]/g, '') ?? '') : [];
}

function findRoutes(): Map<string, Found> {
	const found = new Map<string, Found>();
	for (const file of globSync(['src/routes/**/+{page.svelte,page.server.ts,page.ts,server.ts}', 'src/routes/.*/**/+server.ts']).sort()) {
		const folder = file.replace(/^src\/routes/, '').replace(/\/\+[^/]+$/, '');
		const path = folder.replace(/\/\([^)]+\)/g, '') || '/';
		const route: Found = found.get(path) ?? { path, methods: new Set(), actions: new Set() };
		found.set(path, route);
		if (file.endsWith('+server.ts'))
			for (const name of exportsOf(parse(file))) if (methods.includes(name as Method)) route.methods.add(name as Method);
		if (file.endsWith('+page.svelte')) route.methods.add('GET');
		if (file.endsWith('+page.server.ts')) for (const name of actionsOf(parse(file))) route.actions.add(name);
	}
	return found;
}

const found = findRoutes();
const quoted = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`);

function lineFor({ path, methods, actions }: Found): string {
	const parts = [...methods].map((method) => `${method}: everyone`);
	if (actions.size) parts.push(`actions: { ${[...actions].map((name) => `${quoted(name)}: everyone`).join(', ')} }`);
	return `\t'${path}': { ${parts.join(', ')} },`;
}

const isCovered = ({ path, methods, actions }: Found) =>
	[...methods].every((method) => routes[path]?.[method]) && [...actions].every((name) => routes[path]?.actions?.[name]);

test('every route says who may reach it', () => {
	const missing = [...found.values()].filter((route) => !isCovered(route)).map(lineFor);
	expect(missing, `add to src/testing/access/routes*.ts, with the roles that may:\n${missing.join('\n')}\n`).toEqual([]);
});

test('every line has its route, and the lines are sorted', () => {
	expect(Object.keys(routes).filter((path) => !found.has(path))).toEqual([]);
	for (const part of routeParts) expect(Object.keys(part)).toEqual(Object.keys(part).sort());
	expect(routeParts.reduce((sum, part) => sum + Object.keys(part).length, 0)).toBe(Object.keys(routes).length);
});

const baseUrl = inject('baseUrl');
const form = (values: Record<string, string> = {}) => ({
	method: 'POST',
	headers: { accept: 'text/html', origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams(values).toString(),
	redirect: 'manual' as const
});

const readers: Partial<Record<Role, Promise<string>>> = {};
/** The cast reads: it has houses, requests and networks to show. */
const readerCookie = (role: Role) => (readers[role] ??= Promise.resolve(roles[role] ? cookieFor(roles[role]) : ''));

const writers: Partial<Record<Role, Promise<Actor>>> = {};
/** Others of the same rights write, each time in a session of their own: who drops every draft and ends every session may only hurt themselves. */
async function writerCookie(role: Role): Promise<string> {
	const member = roles[role];
	return member ? cookieFor(await (writers[role] ??= newPersonLike(member))) : '';
}

const madeUp = (path: string) => path.replace(/\[\[?(\.\.\.)?([^\]=]+)(=\w+)?\]?\]/g, '00000000-0000-7000-8000-0000000000ff');

/** An address of this route: an example that really exists, or a made-up one. */
async function addressOf(path: string, { example }: RouteAccess): Promise<{ address: string; real: boolean }> {
	if (!path.includes('[')) return { address: path, real: true };
	if (!example) return { address: madeUp(path), real: false };
	const page = await fetch(baseUrl + example.on, { headers: { cookie: await readerCookie(example.as ?? 'guest') } });
	const links = [...(await page.text()).matchAll(/(?:href|url)["']?[=:]\s*"([^"]+)"[^>]*>?([^<]*)/g)].map(([, href, text]) => ({
		href: (href ?? '').replace(baseUrl, '').replaceAll('&amp;', '&'),
		text: text ?? ''
	}));
	const link = links.find(({ href, text }) => example.like.test(href) && text.includes(example.named ?? ''))?.href;
	expect(link, `${example.on} links nothing like ${example.like}, so ${path} cannot be tried`).toBeDefined();
	return { address: `${link}${example.then ?? ''}`, real: true };
}

/** The status, or `to sign-in` where a guest is sent there. */
async function outcome(address: string, init: RequestInit): Promise<string> {
	const answer = await fetch(baseUrl + address, { redirect: 'manual', ...init });
	await answer.body?.cancel();
	return answer.status === 303 && answer.headers.get('location')?.startsWith('/anmelden?zurueck=') ? 'to sign-in' : String(answer.status);
}

const refusals = ['401', '403', '404', '410', 'to sign-in'];
const reads = Object.entries(routes).flatMap(([path, access]) => (access.GET ? [{ path, access, may: access.GET }] : []));

test.for(reads)('GET $path', async ({ path, access, may }) => {
	const { address, real } = await addressOf(path, access);
	const tries = everyone.map(async (role) => ({
		role,
		got: await outcome(address, { headers: { cookie: await readerCookie(role), accept: 'text/html' } })
	}));
	for (const { role, got } of await Promise.all(tries)) {
		const where = `${role} at ${address}`;
		if (!may.includes(role)) expect(refusals, `${where}: ${got}, but ${role} is not in the list of ${path}`).toContain(got);
		else if (real) expect(got, where).toMatch(/^(200|204|30[12378])$/);
		else expect(got, where).toMatch(/^(200|404)$/);
	}
});

const writes = Object.entries(routes).flatMap(([path, access]) => [
	...Object.entries(access.actions ?? {}).map(([name, may]) => ({
		path,
		what: name === 'default' ? '' : `?/${name}`,
		method: 'POST',
		may,
		access
	})),
	...methods
		.filter((m) => m !== 'GET')
		.flatMap((method) => (access[method] ? [{ path, what: '', method, may: access[method], access }] : []))
]);

test.for(writes.map((write) => ({ ...write, title: `${write.method} ${write.path}${write.what}` })))(
	'$title',
	async ({ path, what, method, may, access }) => {
		const address = madeUp(path) + what;
		const isApi = !access.actions;
		for (const role of everyone) {
			const headers = {
				...form().headers,
				cookie: await writerCookie(role),
				...(isApi && { accept: 'application/json', 'content-type': 'application/json' })
			};
			const got = await outcome(address, { method, headers, body: isApi ? '{}' : '' });
			const where = `${role} at ${method} ${address}`;
			if (may.includes(role) && !path.includes('['))
				expect(
					refusals.filter((refusal) => refusal !== '410'),
					where
				).not.toContain(got);
			if (!may.includes(role)) expect(role === 'guest' ? refusals : [...refusals, '400', '409', '413', '415', '422'], where).toContain(got);
			expect(got, where).not.toMatch(/^5/);
		}
	}
);
