import { inArray } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { networkRoles } from '#modules/networks/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { castVote } from '#modules/places/server/cast-vote.ts';
import { beginApplication } from '#modules/places/server/begin-application.ts';
import { saveAnswers, saveApplication } from '#modules/places/server/save-application.ts';
import { stepApplication } from '#modules/places/server/step-application.ts';
import { stepRound } from '#modules/places/server/step-round.ts';
import { juryRounds, placeCatalogues, places } from '#modules/places/server/tables.ts';
import type { Actor } from '#modules/people/actor.ts';
import { cast } from '#testing/cast.ts';
import { attitude, criteria } from './criteria.ts';
import { told, type DemoAnswers } from './demo-answers.ts';

type Stage = { db: Db; now: Date; networkId: string; slug: string };
const day = 86_400_000;
const isoDay = (now: Date, days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);

const third: Actor = {
	id: '00000000-0000-7000-8000-000000000103',
	name: 'Theres Mahler',
	email: 'theres.mahler@jury.example',
	grants: []
};

async function placeJury({ db, now, networkId }: Stage): Promise<void> {
	const at = new Date(now.getTime() - 500 * day);
	const { id, name, email } = third;
	await db.insert(people).values({ id, name, email, emailVerified: true, createdAt: at, updatedAt: at }).onConflictDoNothing();
	for (const { id, name, biography } of [
		{ ...cast.friedrich, biography: 'Bürgermeister von Herzberg (Elster)' },
		{ ...cast.mara, biography: 'Bündnis Gemeinsame Mitte' },
		{ ...third, biography: 'Architektin, Umbaukultur' }
	])
		await db.insert(networkRoles).values({
			...{ id: newId(), networkId, role: 'juror', personId: id, name, function: biography, startsOn: isoDay(now, -400), createdAt: at }
		});
}

async function placeRounds({ db, now, networkId }: Stage): Promise<{ judged: string; open: string }> {
	const [judged, open] = [newId(), newId()];
	const row = { networkId, createdBy: cast.oskar.id, createdAt: new Date(now.getTime() - 120 * day) };
	await db.insert(juryRounds).values([
		{
			...row,
			id: newId(),
			title: 'Sommer',
			opensOn: isoDay(now, -230),
			closesOn: isoDay(now, -190),
			decideBy: isoDay(now, -150),
			state: 'closed'
		},
		{
			...row,
			id: judged,
			title: 'Herbst',
			opensOn: isoDay(now, -90),
			closesOn: isoDay(now, -12),
			decideBy: isoDay(now, 21),
			state: 'open'
		},
		{ ...row, id: open, title: 'Winter', opensOn: isoDay(now, -1), closesOn: isoDay(now, 45), decideBy: isoDay(now, 80), state: 'planned' },
		{
			...row,
			id: newId(),
			title: 'Frühjahr',
			opensOn: isoDay(now, 95),
			closesOn: isoDay(now, 140),
			decideBy: isoDay(now, 175),
			state: 'planned'
		}
	]);
	return { judged, open };
}

async function apply({ db, now }: Stage, placeId: string, { answers, message, attitude: confirmed = true }: DemoAnswers): Promise<string> {
	const ctx = { db, now, actor: cast.renate };
	const id = await beginApplication(ctx, { placeId });
	for (const number of new Set(Object.keys(answers).map((code) => Number(code[0])))) {
		const own = Object.entries(answers).filter(([code]) => code.startsWith(`${number}.`));
		const texts = Object.fromEntries(own.map(([code, { text }]) => [code, text]));
		const values = Object.assign({}, ...own.map(([, one]) => one.values ?? {})) as Record<string, string>;
		await saveAnswers(ctx, { id, number, applies: own.map(([code]) => code), texts, values });
	}
	await saveApplication(ctx, { id, attitude: confirmed, message });
	return id;
}

/** The criteria, a jury, and applications in every state: one round that the jury is judging, one whose window is open. */
export async function placeAwards(stage: Stage): Promise<void> {
	const { db, now, networkId, slug } = stage;
	const published = new Date(now.getTime() - 400 * day);
	const catalogue = { id: newId(), networkId, version: 1, attitude, minOthers: 5, criteria, createdBy: cast.oskar.id };
	await db.insert(placeCatalogues).values({ ...catalogue, publishedAt: published, updatedAt: published });
	await placeJury(stage);
	const rounds = await placeRounds(stage);
	const rows = await db
		.select({ id: places.id, slug: places.slug })
		.from(places)
		.where(
			inArray(
				places.slug,
				told.map((one) => one.place)
			)
		);
	const placeIds = new Map(rows.map((row) => [row.slug, row.id]));
	const ids = new Map<string, string>();
	const as = (actor: Actor, at = now) => ({ db, now: at, actor });
	const hand = async (one: DemoAnswers, at: Date) => {
		const id = await apply({ ...stage, now: at }, placeIds.get(one.place) ?? '', one);
		ids.set(one.place, id);
		if (one.until !== 'draft') await stepApplication(as(cast.renate, at), { id, step: 'submit' });
		if (one.until === 'judging' || one.until === 'ready') await stepApplication(as(cast.oskar, at), { id, step: 'accept' });
	};
	const past = new Date(now.getTime() - 20 * day);
	for (const one of told.filter(({ until }) => until === 'judging')) await hand(one, past);
	await stepRound(as(cast.oskar, new Date(now.getTime() - 11 * day)), { slug, id: rounds.judged, step: 'close' });
	await stepRound(as(cast.oskar), { slug, id: rounds.open, step: 'open' });
	for (const one of told.filter(({ until }) => until !== 'judging')) await hand(one, now);
	for (const { place, answer, step, votes = [] } of told) {
		const id = ids.get(place) ?? '';
		for (const { juror, ...vote } of votes) await castVote(as(juror === 'theres' ? third : cast[juror]), { id, ...vote });
		if (step && answer) await stepApplication(as(cast.oskar), { id, step, reason: answer });
	}
}
