import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callsOf, openApi } from './openapi.ts';

type Doc = {
	openapi: string;
	paths: Record<string, Record<string, { parameters: { name: string; schema: object }[]; operationId: string }>>;
};

test('the description follows from the routes: parameters from the address, fields from the schema', () => {
	const calls = callsOf({ '/api/v1/spaces': ['GET', 'POST'], '/api/v1/spaces/[id]': ['GET'], '/api/v1/neu/[ags=ags]': ['DELETE'] });
	const doc = openApi(calls, 'https://haus.example') as Doc;
	expect(doc.openapi).toBe('3.0.3');
	expect(Object.keys(doc.paths).sort()).toEqual(['/neu/{ags}', '/spaces', '/spaces/{id}']);
	expect(doc.paths['/spaces']?.get?.parameters.map((p) => p.name)).toEqual(
		expect.arrayContaining(['q', 'ags', 'lat', 'radiusKm', 'use', 'offer'])
	);
	expect(doc.paths['/spaces/{id}']?.get?.parameters).toMatchObject([{ name: 'id', in: 'path', required: true }]);
	const names = Object.values(doc.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId));
	expect(new Set(names).size).toBe(names.length);
});

test('every route of the API declares its methods in a way that the description finds', () => {
	for (const file of globSync('src/routes/api/v1/**/+server.ts'))
		expect(readFileSync(file, 'utf8'), file).toMatch(/^export (const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/m);
});
