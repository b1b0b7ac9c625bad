import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const files = globSync('src/modules/*/server/**/*.ts').filter((f) => !/\.test\.ts$|tables\.ts$|\/internal\//.test(f));
const parse = (file: string) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

const exported = (node: ts.Statement): node is ts.FunctionDeclaration =>
	ts.isFunctionDeclaration(node) && !!node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

test.for(files)('%s: whoever asks is always the first argument', (file) => {
	const strangers = parse(file)
		.statements.filter(exported)
		.filter((f) => f.parameters[0]?.name.getText() !== 'ctx')
		.map((f) => f.name?.text);
	expect(strangers).toEqual([]);
});

/** Tables of other modules that a file imports, by their local names. */
function foreignTables(source: ts.SourceFile): Set<string> {
	const own = /src\/modules\/([^/]+)\//.exec(source.fileName)?.[1];
	return new Set(
		source.statements
			.filter(ts.isImportDeclaration)
			.filter((i) => {
				const from = /^#modules\/([^/]+)\/server\/(?:\w+-)?tables/.exec((i.moduleSpecifier as ts.StringLiteral).text);
				return from && from[1] !== own;
			})
			.flatMap((i) => (i.importClause?.namedBindings as ts.NamedImports | undefined)?.elements.map((e) => e.name.text) ?? [])
	);
}

test.for(globSync('src/modules/*/server/**/*.ts').filter((f) => !/\.test\.ts$/.test(f)))(
	'%s: a module writes to its own tables only',
	(file) => {
		const source = parse(file);
		const foreign = foreignTables(source);
		const writes: string[] = [];
		const visit = (node: ts.Node): void => {
			if (
				ts.isCallExpression(node) &&
				ts.isPropertyAccessExpression(node.expression) &&
				/^(insert|update|delete)$/.test(node.expression.name.text) &&
				foreign.has(node.arguments[0]?.getText() ?? '')
			)
				writes.push(node.getText().split('\n')[0] ?? '');
			ts.forEachChild(node, visit);
		};
		visit(source);
		expect(writes).toEqual([]);
	}
);

test('public surfaces read the projection: no route imports the tables', () => {
	const offenders = globSync('src/routes/**/*.{ts,svelte}').filter((f) => /server\/(\w+-)?tables/.test(readFileSync(f, 'utf8')));
	expect(offenders).toEqual([]);
});

test('what forms ask stands in `forms.ts` and `forms-….ts`', () => {
	expect(globSync('src/modules/*/*-forms.ts')).toEqual([]);
});

test('makers are addressed as Ihr, with a capital letter', () => {
	const said = globSync('src/{modules,lib,routes}/**/*.{ts,svelte}').flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/\b(?:euch|euer|eure[nrms]?|(?:habt|seid|könnt|seht|braucht|sucht) ihr)\b/g)].map(
			([word]) => `${file}: ${word}`
		)
	);
	expect(said).toEqual([]);
});
