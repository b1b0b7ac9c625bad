import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: ['./src/modules/*/server/tables.ts', './src/modules/*/server/*-tables.ts'],
	out: './migrations'
});
