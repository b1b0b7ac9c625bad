import { forgetHouse } from '../../src/testing/forget-record.ts';
import { newId } from '#lib/server/id.ts';
import { openDb } from '#lib/server/db.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { cast, type CastName } from '../../src/testing/cast.ts';
import { plantOption } from '../../src/testing/options.ts';
import { plantAward } from '../../src/testing/published.ts';
import { database } from './people.ts';

/** What a journey of an option begins with: under the clock of today. */
export function stageOf() {
	const db = openDb(database());
	const now = new Date();
	const as = (who: CastName | Actor | null): Ctx => ({ db, now, actor: typeof who === 'string' ? cast[who] : who });
	return { db, as, houseTitle: `Haus ${newId().slice(-8)}` };
}

/** Takes the house with its procedure away again. */
const remover = (houseId: string) => () => forgetHouse(database(), houseId);

/** A decided procedure: Amira's group comes first, Jonas waits. */
export async function plantDecided() {
	const award = await plantAward(stageOf());
	return { ...award, remove: remover(award.houseId) };
}

/** The house at the hand of Amira's group, with the link that a mail would bring. */
export async function plantRunning() {
	const stage = stageOf();
	const planted = await plantOption(stage);
	const link = await signLink(stage.as(null), { purpose: 'option', data: { option: planted.optionId }, days: 30 });
	return { ...planted, link, token: `/anhandgabe?schluessel=${encodeURIComponent(link)}`, remove: remover(planted.houseId) };
}
