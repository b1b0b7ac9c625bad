import { eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb, type Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { publishPlace } from '#modules/places/server/publish-place.ts';
import { placeProgrammes, places, placeSteps } from '#modules/places/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { awarded } from './awarded.ts';
import type { DemoPlace } from './demo-place.ts';
import { emerging } from './emerging.ts';
import { placeAwards } from './place-awards.ts';
import { placeExchange } from './place-exchange.ts';

type Stage = { db: Db; now: Date; networkId: string };
const day = 86_400_000;

const intro =
	'Ein Heller Ort ist ein Haus, das leer stand und wieder vielen etwas gibt. Bewerben kann sich, wer schon eine Weile offen hat und zeigen mag, was wirkt und was nicht.';

async function groupOf({ db, now }: Stage, { group, ags }: DemoPlace): Promise<string> {
	const [known] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, group.slug));
	if (known) return known.id;
	const id = newId();
	const at = new Date(now.getTime() - 700 * day);
	const row = { id, slug: group.slug, kind: group.kind, name: group.name, placeAgs: ags, sector: 'culture' as const };
	await db.insert(organisations).values({ ...row, createdAt: at, updatedAt: at });
	return id;
}

/** The steps that a place has taken, so that its history reads true. */
function stepsOf(id: string, { state, award, rests }: DemoPlace, now: Date): (typeof placeSteps.$inferInsert)[] {
	const base = { placeId: id, machine: 'place', subjectId: id, byPersonId: cast.oskar.id } as const;
	const step = (at: Date, more: Pick<typeof placeSteps.$inferInsert, 'step' | 'from' | 'to' | 'reason'>) => ({
		...base,
		id: newId(),
		at,
		...more
	});
	const began = step(new Date(now.getTime() - 1100 * day), { step: 'begin', from: 'none', to: 'emerging' });
	const given = award && step(new Date(`${award.on}T18:00:00Z`), { step: 'award', from: 'emerging', to: 'awarded', reason: award.because });
	const slept =
		state === 'resting' && step(new Date(now.getTime() - 40 * day), { step: 'rest', from: 'awarded', to: 'resting', reason: rests });
	return [began, given, slept].flatMap((one) => one || []);
}

function later(iso: string, months: number): string {
	const date = new Date(`${iso}T00:00:00Z`);
	date.setUTCMonth(date.getUTCMonth() + months);
	return date.toISOString().slice(0, 10);
}

async function placeOne(stage: Stage, told: DemoPlace): Promise<void> {
	const { db, now, networkId } = stage;
	const { slug, name, ags, state, profile, contact, award } = told;
	const id = newId();
	const at = new Date(now.getTime() - 1100 * day);
	await db.insert(places).values({
		...{ id, slug, name, ags, state, profile, networkId, organisationId: await groupOf(stage, told), isDemo: true },
		...{ contactName: contact?.name, contactEmail: contact?.email, contactReleasedAt: contact ? now : null },
		...(award && { awardedOn: award.on, reassessOn: later(award.on, 36), networkStatement: award.because }),
		...{ createdBy: cast.oskar.id, createdAt: at, updatedAt: now }
	});
	await db.insert(placeSteps).values(stepsOf(id, told, now));
	if (!told.isDraft) await publishPlace({ db, now, actor: cast.renate }, id);
}

/** Twelve invented places in real municipalities, awarded, on their way and asleep, in the network Helle Orte. */
export async function placePlaces(pool: Pool, now: Date): Promise<void> {
	const db = openDb(pool);
	const [network] = await db.select({ id: networks.id }).from(networks).where(eq(networks.slug, 'helle-orte'));
	if (!network) return;
	await db.insert(placeProgrammes).values({ networkId: network.id, awardName: 'Heller Ort', intro, reassessMonths: 36, updatedAt: now });
	for (const told of [...awarded, ...emerging]) await placeOne({ db, now, networkId: network.id }, told);
	await placeAwards({ db, now, networkId: network.id, slug: 'helle-orte' });
	await placeExchange({ db, now, networkId: network.id });
}
