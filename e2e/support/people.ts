import type { Page } from 'playwright-core';
import pg from 'pg';
import { inject } from 'vitest';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import type { Actor } from '#modules/people/actor.ts';
import { startSession } from '#modules/people/server/internal/start-session.ts';
import { cookieName } from '#modules/people/session.ts';
import { cast, type CastName } from '../../src/testing/cast.ts';
import { seatThem } from '../../src/testing/people-the-cast.ts';

let opened: pg.Pool | null = null;

/** The database under the app, for what no page can plant. One connection per worker. */
export function database(): pg.Pool {
	if (opened) return opened;
	opened = new pg.Pool({ connectionString: inject('databaseUrl'), max: 2, allowExitOnIdle: true });
	opened.on('error', () => {});
	return opened;
}

/** Somebody new with the same rights and a name of their own. They stand in no list of the demo, and what they write, lose or end is nobody else's. */
export async function newPersonLike(someone: Actor): Promise<Actor> {
	const id = newId();
	const person: Actor = { ...someone, id, name: `Vertretung ${id.slice(-6)}`, email: `${id}@vertretung.example` };
	await database().query('insert into people (id, name, email, email_verified) values ($1, $2, $3, true)', [id, person.name, person.email]);
	await seatThem(database(), person);
	return person;
}

/** Opens a session, second factor shown unless told otherwise, and returns the cookie as `name=value`. */
export async function cookieFor({ id }: Pick<Actor, 'id'>, { shown = true } = {}): Promise<string> {
	const ctx = { db: openDb(database()), actor: null, now: new Date() };
	return `${cookieName(inject('baseUrl'))}=${await startSession(ctx, { personId: id, device: 'Reise', way: 'demo', shown })}`;
}

/** Signs a browser in without the way through the door; that way has journeys of its own. */
export async function enterAs(page: Page, who: CastName | Pick<Actor, 'id'>): Promise<void> {
	const [name = '', value = ''] = (await cookieFor(typeof who === 'string' ? cast[who] : who)).split('=');
	await page.context().addCookies([{ name, value, url: inject('baseUrl'), httpOnly: true, sameSite: 'Lax' }]);
}

/** Signs a browser in as somebody new with the rights of a member of the cast: for whoever needs drafts, keys and sessions of their own. */
export async function enterLike(page: Page, who: CastName): Promise<void> {
	await enterAs(page, await newPersonLike(cast[who]));
}
