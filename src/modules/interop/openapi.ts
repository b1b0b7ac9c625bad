import { z } from 'zod';
import { apiNetwork } from '#modules/networks/api-network.ts';
import { apiPlace, apiPlaceQuery } from '#modules/places/api-place.ts';
import { apiHead, apiKeyChange, apiRecord } from '#modules/records/api-record.ts';
import { apiProcedure, apiProcedureDetail, apiProcedureQuery } from '#modules/procedures/api-procedure.ts';
import { apiSpace, apiSpaceDetail, apiSpaceQuery } from '#modules/properties/api-space.ts';

/** One call of the API as people and machines read it. `path` as OpenAPI writes it: `/spaces/{id}`. */
export type Call = { method: string; path: string; summary: string; tag: string; isOpen: boolean };

type Described = { summary: string; tag: string; query?: z.ZodType; answer?: z.ZodType; isOpen?: boolean };

/** What is said of a call beyond its address. A call that is missing here still stands in the document, by its address alone. */
const described: Record<string, Described> = {
	'GET /spaces': {
		summary: 'Veröffentlichte Räume suchen, neueste zuerst',
		tag: 'Räume',
		query: apiSpaceQuery,
		answer: z.object({
			items: z.array(apiSpace),
			next: z.url().nullable(),
			total: z.number().int(),
			totalIsAtLeast: z.boolean().optional()
		})
	},
	'GET /spaces/{id}': { summary: 'Ein Raum mit seinen Teilen', tag: 'Räume', answer: apiSpaceDetail },
	'POST /spaces': { summary: 'Ein Haus erfassen', tag: 'Räume', isOpen: false },
	'PATCH /spaces/{id}': { summary: 'Angaben ändern', tag: 'Räume', isOpen: false },
	'POST /spaces/{id}/publication': { summary: 'Veröffentlichen oder zurückziehen', tag: 'Räume', isOpen: false },
	'GET /spaces/{id}/matches': { summary: 'Welche Gesuche zu einem Raum passen, mit Gründen', tag: 'Passung' },
	'GET /requests': { summary: 'Öffentliche Raumgesuche', tag: 'Gesuche' },
	'POST /requests': { summary: 'Ein Gesuch aufgeben', tag: 'Gesuche', isOpen: false },
	'GET /requests/{id}': { summary: 'Ein Gesuch', tag: 'Gesuche' },
	'GET /requests/{id}/matches': { summary: 'Welche Räume zu einem Gesuch passen, mit Gründen', tag: 'Passung' },
	'GET /municipalities': { summary: 'Kommunen suchen', tag: 'Kommunen' },
	'GET /municipalities/{ags}': { summary: 'Eine Kommune', tag: 'Kommunen' },
	'GET /networks': {
		summary: 'Netzwerke, Bündnisse und Vernetzungsstellen mit denen, die dazugehören',
		tag: 'Netzwerke',
		answer: z.object({ items: z.array(apiNetwork), next: z.url().nullable(), total: z.number().int() })
	},
	'GET /procedures': {
		summary: 'Veröffentlichte Konzeptverfahren, neueste zuerst',
		tag: 'Verfahren',
		query: apiProcedureQuery,
		answer: z.object({ items: z.array(apiProcedure), next: z.url().nullable(), total: z.number().int() })
	},
	'GET /procedures/{id}': {
		summary: 'Ein Verfahren mit Kriterien, Tagen, Fassungen, Fragen und Antworten',
		tag: 'Verfahren',
		answer: apiProcedureDetail
	},
	'GET /places': {
		summary: 'Wiederbelebte Orte und solche im Aufbau, nach Namen',
		tag: 'Orte',
		query: apiPlaceQuery,
		answer: z.object({ items: z.array(apiPlace), next: z.url().nullable(), total: z.number().int() })
	},
	'GET /places/{id}': { summary: 'Ein Ort', tag: 'Orte', answer: apiPlace },
	'GET /places/suggest': { summary: 'Orte vorschlagen, während jemand schreibt', tag: 'Kommunen' },
	'GET /procedures/{id}/record': {
		summary: 'Die Akte eines Verfahrens, zum Nachprüfen: Einträge, Tagesköpfe, Aufruf',
		tag: 'Verfahren',
		answer: apiRecord
	},
	'GET /record-heads': {
		summary: 'Tagesköpfe über alle Akten, neueste zuerst',
		tag: 'Verfahren',
		query: z.object({ cursor: z.string().describe('aus next').optional() }),
		answer: z.object({ items: z.array(apiHead), next: z.url().nullable(), total: z.number().int() })
	},
	'GET /record-keys': {
		summary: 'Jeder Wechsel des Schlüssels, mit dem Akten signiert werden',
		tag: 'Verfahren',
		answer: z.object({ items: z.array(apiKeyChange), next: z.url().nullable(), total: z.number().int() })
	},
	'POST /imports': { summary: 'Eine Liste einlesen, auch zur Probe', tag: 'Einlesen', isOpen: false },
	'GET /openapi.json': { summary: 'Diese Beschreibung', tag: 'Beschreibung' }
};

const words: Record<string, string> = { GET: 'Lesen', POST: 'Anlegen', PATCH: 'Ändern', PUT: 'Ersetzen', DELETE: 'Löschen' };

/** Addresses of route files with the methods they answer, as calls: `{ '/api/v1/spaces/[id]': ['GET'] }`. */
export function callsOf(routes: Record<string, readonly string[]>): Call[] {
	return Object.entries(routes)
		.flatMap(([route, methods]) =>
			methods.map((method) => ({ method, path: route.replace('/api/v1', '').replace(/\[([^\]=]+)(=[^\]]+)?\]/g, '{$1}') }))
		)
		.map(({ method, path }) => {
			const { summary, tag, isOpen } = described[`${method} ${path}`] ?? {
				summary: `${words[method] ?? method}: ${path}`,
				tag: 'Weitere',
				isOpen: undefined
			};
			return { method, path, summary, tag, isOpen: isOpen ?? method === 'GET' };
		})
		.sort((a, b) => a.tag.localeCompare(b.tag, 'de') || a.path.localeCompare(b.path));
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
	z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' });

function parametersOf({ path, query }: { path: string; query?: z.ZodType }): object[] {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
	if (!query) return inPath;
	const { properties = {} } = schemaOf(query, 'output') as { properties?: Record<string, { description?: string }> };
	const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
		name,
		in: 'query',
		required: false,
		description,
		schema
	}));
	return [...inPath, ...inQuery];
}

const problem = { description: 'Fehler', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

function operationOf({ method, path, summary, tag, isOpen }: Call): object {
	const { query, answer } = described[`${method} ${path}`] ?? {};
	const content = { 'application/json': { schema: answer ? schemaOf(answer, 'output') : { type: 'object' } } };
	return {
		operationId: `${method.toLowerCase()}${path.replace(/[^a-z0-9]+(\w?)/gi, (_, letter: string) => letter.toUpperCase())}`,
		summary,
		tags: [tag],
		...(isOpen ? { security: [{}] } : { security: [{ key: [] }] }),
		parameters: parametersOf({ path, query }),
		...(['POST', 'PATCH', 'PUT'].includes(method) && { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } }),
		responses: { [method === 'POST' ? '201' : '200']: { description: 'Gelungen', content }, default: problem }
	};
}

const problemSchema = {
	type: 'object',
	required: ['type', 'title', 'status', 'detail', 'code'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		detail: { type: 'string', description: 'deutscher Satz: was im Weg steht und was hilft' },
		code: { type: 'string' },
		errors: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } } }
	}
};

/** The whole API as an OpenAPI 3.0.3 document. */
export function openApi(calls: Call[], baseUrl: string): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const call of calls) (paths[call.path] ??= {})[call.method.toLowerCase()] = operationOf(call);
	return {
		openapi: '3.0.3',
		info: {
			title: 'Gestaltungsraum',
			version: '1',
			description: 'Räume, Gesuche, Passung und Kommunen. Öffentlich lesbar; Schreiben mit einem Schlüssel aus dem Konto.',
			license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' }
		},
		servers: [{ url: `${baseUrl}/api/v1` }],
		security: [{ key: [] }],
		paths,
		components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } }, schemas: { Problem: problemSchema } }
	};
}
