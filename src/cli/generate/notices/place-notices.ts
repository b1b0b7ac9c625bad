import { desc, eq } from 'drizzle-orm';
import { openDb, type Db } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { newId } from '#lib/server/id.ts';
import { noticeForm } from '#modules/notices/forms.ts';
import { contentAt } from '#modules/notices/content-at.ts';
import { complain } from '#modules/notices/server/complain.ts';
import { decideComplaint } from '#modules/notices/server/decide-complaint.ts';
import { decideMatter } from '#modules/notices/server/decide-matter.ts';
import { giveNotice } from '#modules/notices/server/give-notice.ts';
import { contentDecisions, contentMatters } from '#modules/notices/server/tables.ts';
import { takeMatter } from '#modules/notices/server/take-matter.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { people } from '#modules/people/server/tables.ts';
import { placePages } from '#modules/places/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { demoMatters, demoOffers, type DemoMatter } from './demo-notices.ts';

type Stage = { db: Db; now: Date };
const day = 86_400_000;
const at = ({ db, now }: Stage, ago: number, isDesk: boolean): Ctx => ({
	db,
	now: new Date(now.getTime() - ago * day),
	actor: isDesk ? cast.renate : null
});

/** An invented person whose requests are what the notices are about, so that nobody's of the cast disappear. */
async function placeSven({ db, now }: Stage): Promise<void> {
	const [personId, actorId] = [newId(), newId()];
	const since = new Date(now.getTime() - 70 * day);
	const stamp = { createdAt: since, updatedAt: since };
	await db.insert(people).values({ id: personId, name: 'Sven Beispiel', email: 'sven@angebote.example', emailVerified: true });
	const actor = { slug: 'beispiel-angebote', name: 'Beispiel-Angebote', actorKind: 'individual' as const, isDemo: true, ...stamp };
	await db.insert(actorProfiles).values({ id: actorId, personId, ...actor });
	const open = { publishedAt: since, lastConfirmedAt: now, expiresAt: new Date(now.getTime() + 100 * day), isDemo: true, ...stamp };
	await db.insert(spaceRequests).values(
		demoOffers.map((offer) => ({
			...{ id: newId(), actorId, ...offer, ...open },
			...{ requestKind: 'find_group_members' as const, requestState: 'published' as const }
		}))
	);
}

async function takeStep(stage: Stage, id: string, told: DemoMatter['steps'][number]): Promise<void> {
	const desk = at(stage, told.ago, true);
	if (told.step === 'take') return takeMatter(desk, id);
	if (told.step === 'decide') {
		const { days, ...input } = told.input;
		const until = days === undefined ? undefined : new Date(stage.now.getTime() + days * day).toISOString().slice(0, 10);
		return decideMatter(desk, { id, input: { ...input, until } });
	}
	if (told.step !== 'complain') return decideComplaint(desk, { id, isUpheld: told.step === 'uphold', words: told.words });
	const [decision] = await stage.db.select({ id: contentDecisions.id }).from(contentDecisions).where(eq(contentDecisions.matterId, id));
	const affected = at(stage, told.ago, false);
	const link = await signLink(affected, { purpose: 'content-statement', data: { decision: decision?.id ?? '' }, days: 30 });
	await complain(affected, { link, words: told.words });
}

/** Notices of content in every state, made by the commands themselves, with their clock put back. Needs places. */
export async function placeNotices(pool: House['pool'], now: Date): Promise<void> {
	const stage = { db: openDb(pool), now };
	await placeSven(stage);
	const [place] = await stage.db
		.select({ slug: placePages.slug })
		.from(placePages)
		.orderBy(desc(placePages.publishedAt), placePages.slug)
		.limit(1);
	for (const [i, told] of demoMatters.entries()) {
		const on = told.on ?? (place ? `/orte/${place.slug}` : '');
		if (!contentAt(on)) continue;
		for (const { ago, typed } of told.notices) {
			const input = noticeForm.parse({ address: on, goodFaith: 'on', ...typed });
			await giveNotice(at(stage, ago, false), { input, address: `198.51.${100 + i}.7` });
		}
		const [matter] = await stage.db.select({ id: contentMatters.id }).from(contentMatters).orderBy(desc(contentMatters.id)).limit(1);
		for (const step of told.steps) await takeStep(stage, matter?.id ?? '', step);
	}
}
