import { createHash } from 'node:crypto';
import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import { log } from './log.ts';

/** What every handler under /api/v1 uses, so that answers, errors and pages look the same everywhere. */

/** One field that was not understood. `field` is a path such as `units.0.areaMinM2`. */
export type FieldProblem = { field: string; message: string };

/** RFC 9457, with our stable `code` and one entry per field. */
export type Problem = { type: string; title: string; status: number; detail: string; code: string; errors?: FieldProblem[] };

const titles: Record<number, string> = {
	400: 'Nicht verstanden',
	401: 'Nicht angemeldet',
	403: 'Nicht erlaubt',
	404: 'Nicht gefunden',
	409: 'Steht im Widerspruch zum Stand der Dinge',
	410: 'Nicht mehr da',
	413: 'Zu groß',
	415: 'Format nicht angenommen',
	422: 'Angaben nicht annehmbar',
	429: 'Zu viele Anfragen',
	500: 'Unerwarteter Fehler'
};

const json = (body: unknown, { status, headers }: { status: number; headers: Record<string, string> }) =>
	new Response(JSON.stringify(body), { status, headers });

/** An error as `application/problem+json`; `detail` is a German sentence that says what to do. */
export function problem(status: number, code: string, { detail, errors }: { detail: string; errors?: FieldProblem[] }): Response {
	const body: Problem = { type: `urn:gestaltungsraum:${code}`, title: titles[status] ?? 'Fehler', status, detail, code, errors };
	return json(body, { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } });
}

/** Every field that zod stumbled over, in its order. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
	error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));

function problemOf(error: unknown): Response | null {
	if (error instanceof Refusal) {
		const errors = error.field ? [{ field: error.field, message: error.message }] : undefined;
		return problem(error.status, error.code, { detail: error.message, errors });
	}
	if (error instanceof z.ZodError) {
		const errors = fieldProblems(error);
		const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' ');
		return problem(422, 'invalid', { detail, errors });
	}
	if (isHttpError(error)) return problem(error.status, `http-${error.status}`, { detail: error.body.message });
	return null;
}

/** Wraps a handler: refusals, validation errors and bugs leave it as `application/problem+json`; bugs are logged and say nothing of themselves. */
export function api<Event extends RequestEvent>(handler: (event: Event) => Promise<Response> | Response) {
	return async (event: Event): Promise<Response> => {
		try {
			return await handler(event);
		} catch (error) {
			if (isRedirect(error)) throw error;
			const known = problemOf(error);
			if (known) return known;
			log.error({ err: error, path: event.url.pathname }, 'api');
			return problem(500, 'unexpected', { detail: 'Das hätte nicht geschehen dürfen. Der Fehler ist im Protokoll vermerkt.' });
		}
	};
}

/** The body as JSON through the schema. Throws a refusal when it is no JSON, a `ZodError` when it does not fit. */
export async function readJson<Schema extends z.ZodType>(event: Pick<RequestEvent, 'request'>, schema: Schema): Promise<z.output<Schema>> {
	const body = await event.request.json().catch(() => {
		throw new Refusal(422, 'no-json', { message: 'Der Inhalt der Anfrage ist kein gültiges JSON.' });
	});
	return schema.parse(body);
}

/** The query parameters through the schema; repeated names become arrays. Throws a `ZodError`. */
export function readQuery<Schema extends z.ZodType>(event: Pick<RequestEvent, 'url'>, schema: Schema): z.output<Schema> {
	const values: Record<string, string | string[]> = {};
	for (const name of new Set(event.url.searchParams.keys())) {
		const all = event.url.searchParams.getAll(name);
		values[name] = all.length > 1 ? all : (all[0] ?? '');
	}
	return schema.parse(values);
}

const sameTag = (asked: string | null, etag: string) =>
	asked !== null && asked.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

type Given = { status?: number; headers?: Record<string, string> };

/** JSON with a strong ETag over its bytes; 304 without a body when the reader has them already. */
export function answer(event: Pick<RequestEvent, 'request'>, body: unknown, { status = 200, headers = {} }: Given = {}): Response {
	const bytes = JSON.stringify(body);
	const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
	const all = { 'content-type': 'application/json', etag, 'cache-control': 'no-cache', vary: 'authorization, cookie', ...headers };
	if (status === 200 && sameTag(event.request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: all });
	return new Response(bytes, { status, headers: all });
}

export type Page<Item> = { items: Item[]; next: string | null; total: number };

/** A page of a list. `next` is an absolute address (see `nextLink`) or null on the last page. */
export const page = <Item>(items: Item[], { next, total }: { next: string | null; total: number }): Page<Item> => ({ items, next, total });

/** A place in a list as an opaque word for addresses. */
export const encodeCursor = (place: readonly (string | number | null)[]): string =>
	Buffer.from(JSON.stringify(place)).toString('base64url');

const places = z.array(z.union([z.string(), z.number(), z.null()]));

/** Reads a cursor back. Throws a refusal when it is none of ours. */
export function decodeCursor(cursor: string): (string | number | null)[] {
	try {
		return places.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
	} catch {
		throw new Refusal(422, 'bad-cursor', {
			message: 'Diese Fortsetzung ist ungültig. Bitte von der ersten Seite an lesen.',
			field: 'cursor'
		});
	}
}

type Located = { url: URL; locals: { house: { env: { baseUrl: string } } } };

/** An absolute address of this installation, from PUBLIC_BASE_URL and never from the Host header. */
export const absolute = (event: Pick<Located, 'locals'>, path: string): string => `${event.locals.house.env.baseUrl}${path}`;

/** The address of the next page: this one's with its filters and the new `cursor`; null when there is none. */
export function nextLink(event: Located, place: readonly (string | number | null)[] | null): string | null {
	if (!place) return null;
	const query = new URLSearchParams(event.url.searchParams);
	query.set('cursor', encodeCursor(place));
	return absolute(event, `${event.url.pathname}?${query}`);
}
