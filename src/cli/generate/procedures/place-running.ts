import { eq, gt, inArray } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { newId } from '#lib/server/id.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { authenticatorApps } from '#modules/people/server/tables.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { demoOpenerKeys } from './demo-keys.ts';
import { demoRunning, type DemoRunning } from './demo-running.ts';
import { placeOpeners } from './open-one.ts';
import { placeOne } from './place-procedures.ts';
import * as play from './play.ts';
import { afterGrant, cancel, grant } from './play-after.ts';

async function placeOneRunning({ pool, store }: House, now: Date, { told, stand, begun }: DemoRunning): Promise<void> {
	const db = openDb(pool);
	const at: play.Playing['at'] = (who, when) => ({ db, actor: who && cast[who], now: when > now ? now : when });
	const begin = play.after(now, -begun);
	const id = await placeOne(at('ines', begin), told, store);
	if (!id) return;
	await placeOpeners(at('ines', begin), id);
	await db.update(procedures).set({ isDemo: true }).where(eq(procedures.id, id));
	await stepProcedure(at('ines', play.after(begin, 20)), { id, step: 'finish' });
	const slug = await publishProcedure(at('ines', play.after(begin, 27)), { id });
	const [row] = await db.select({ deadline: procedures.deadline }).from(procedures).where(eq(procedures.id, id));
	const playing = { id, slug, store, at, deadline: row?.deadline ?? now };
	for (const who of play.applicants) await play.handIn(playing, who);
	if (stand === 'closed') return;
	await play.open(playing);
	if (stand === 'second') {
		await play.invite(playing);
		return;
	}
	if (stand === 'precheck') return play.checkFirst(playing);
	if (stand === 'cancelled') return cancel(playing);
	await play.check(playing);
	if (stand === 'scoring') return play.score(playing, ['friedrich', 'oskar']);
	await play.score(playing, play.jury);
	if (stand === 'deliberation') return play.reveal(playing);
	await play.recommend(playing);
	if (stand === 'recommended') return;
	await play.decide(playing);
	if (stand === 'decided') return;
	await grant(playing, 80);
	for (const [reached, step] of afterGrant) {
		if (stand === 'option') return;
		await step(playing);
		if (stand === reached) return;
	}
}

/** Whoever plays an opener in the demo finds their key in the account. */
const handOutKeys = (ctx: Ctx): Promise<unknown> =>
	addNotices(
		ctx,
		demoOpenerKeys.map(({ who, identity }) => ({
			...{ personId: cast[who].id, kind: 'demo-key', subjectId: cast[who].id, topic: 'direct_question' as const, isTold: true },
			data: {
				title: 'Ihr Schlüssel zum Öffnen (nur in der Demo)',
				text: `Zwei von Ines, Friedrich und Oskar öffnen zusammen. Ihr Schlüssel: ${identity}`,
				href: '/verfahren?stand=running'
			}
		}))
	);

/** Procedures that are under way. Nobody is told of what happened in an invented past. */
export async function placeRunning(house: House, now: Date): Promise<void> {
	const db = openDb(house.pool);
	const before = newId();
	const { rows } = await house.pool.query<{ id: string | null }>('select max(id)::text as id from graphile_worker._private_jobs');
	const people = play.jury.map((who) => cast[who].id);
	const apps = people.map((personId) => ({ personId, secret: 'Beispiel', lastStep: 0, createdAt: now }));
	await db.insert(authenticatorApps).values(apps).onConflictDoNothing();
	for (const one of demoRunning) await placeOneRunning(house, now, one);
	await db.delete(authenticatorApps).where(inArray(authenticatorApps.personId, people));
	await db.delete(notices).where(gt(notices.id, before));
	await handOutKeys({ db, actor: null, now });
	await house.pool.query('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker._private_jobs where id > $1', [
		rows[0]?.id ?? 0
	]);
}
