import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', '.data/', 'node_modules/', 'reference/', 'migrations/'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'max-lines': lines(250),
			'max-lines-per-function': lines(50),
			'max-params': ['error', 3],
			'no-console': 'error',
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'Erasable syntax only: a const array and a union type say the same.' },
				{
					selector: "CallExpression[callee.name='germanDay'] > CallExpression[callee.property.name='toISOString']",
					message: 'The day of a moment is the one in Germany: germanDay takes the moment, dayOf gives it in ISO.'
				},
				{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that owns the thing.' }
			],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: { 'max-lines': lines(200), 'no-undef': 'off' }
	},
	{
		files: ['src/routes/**/+{page,layout,server}*.ts', 'src/routes/**/+server.ts'],
		rules: { 'max-lines': lines(60) }
	},
	{
		files: ['**/*.test.ts', 'e2e/**', 'bench/**', '**/tables.ts', 'src/testing/**', '**/vocabulary*.ts'],
		rules: { 'max-lines-per-function': 'off', 'max-lines': lines(400) }
	},
	{ files: ['src/cli/**', 'tools/**', 'bench/**'], rules: { 'no-console': 'off' } }
);
