import type { Role } from './access.ts';

/**
 * Who reaches which address: one line per route, sorted by path, in `routes-office.ts` (/buero), `routes-procedures.ts` (/buero/verfahren), `routes-networks.ts` (/buero/netzwerk), `routes-account.ts` (/konto) and `routes.ts` (the rest);
 * route groups like `(office)` are left out. `e2e/access.test.ts` walks `src/routes`
 * and fails with the line to add when one is missing.
 *
 * Keys of a line: the methods of a `+server.ts` (`GET`, `POST` …), `GET` for a page, and the names of its form actions (`default`, `publish` …).
 * Values: who may. The others get 401, 403, 404, 410, or are sent to /anmelden. Every try of something that writes sends an EMPTY form, so that
 * nothing happens: for whom it is allowed the answer may be any but those (422 as a rule), for others 422 counts as refused too, as long as guests
 * are refused before anything is read.
 * A route with parameters says where an address of its kind is found: `example: { on: '/raeume', like: /^\/raeume\/(?!kacheln|karte)[^/?]+$/, then: '/interesse' }`;
 * `then` is what follows the link that was found (`then: '/passung'`);
 * without an example (or when none is found) a made-up one is tried, and 404 is right for everybody.
 * `nobody` is 404 (or 410 for a link without its key) for all.
 */
export type RouteAccess = {
	example?: {
		on: string;
		like: RegExp;
		then?: string;
		as?: Role;
		/** What the link says, where the page has several of its kind. */ named?: string;
	};
	actions?: Record<string, readonly Role[]>;
} & Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', readonly Role[]>>;

export const staff: readonly Role[] = ['editor', 'otherEditor', 'office', 'admin'];
export const nobody: readonly Role[] = [];
export const editors: readonly Role[] = ['editor', 'otherEditor', 'admin'];
export const inside: readonly Role[] = ['editor', 'office', 'admin'];
export const office: readonly Role[] = ['office', 'admin'];
