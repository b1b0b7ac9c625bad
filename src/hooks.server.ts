import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { openDb, type Db } from '#lib/server/db.ts';
import { readEnv } from '#lib/server/env.ts';
import { currentHouse, openHouse, type House } from '#lib/server/house.ts';
import { secured } from '#lib/server/headers.ts';
import { log } from '#lib/server/log.ts';
import { observed } from '#lib/server/observe.ts';
import { shownError } from '#lib/server/server-error.ts';
import { wholePage } from '#lib/server/whole-page.ts';
import { admit } from './session.server.ts';
import { startReactions } from './reactions.server.ts';

let house: House;
let db: Db;

export const init: ServerInit = async () => {
	house = currentHouse() ?? (await openHouse(readEnv(process.env), 'own'));
	db = openDb(house.pool);
	if (!house.env.JOBS) return;
	const worker = await startReactions(house);
	house.onClose.push(() => worker.stop());
};

export const handle: Handle = ({ event, resolve }) =>
	observed(event, async () => {
		event.locals.house = house;
		event.locals.ctx = { db, actor: null, now: new Date() };
		return secured((await admit(event)) ?? (await wholePage({ event, resolve })), house.env.MAP_STYLE_URL);
	});

export const handleError: HandleServerError = ({ kind, error, event }) => {
	const { shown, isBug } = shownError(kind, error);
	if (isBug) log.error({ err: error, path: event.url.pathname }, 'unexpected');
	return shown;
};
