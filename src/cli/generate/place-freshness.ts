import type { Pool } from 'pg';
import { dayOf } from '#lib/calendar.ts';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { hashToken, newToken } from '#lib/server/token.ts';
import type { FreshAnswer } from '#modules/freshness/freshness.ts';
import { answerStillTrue } from '#modules/freshness/server/answer-still-true.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { ownerForm, ownershipForm } from '#modules/owners/forms.ts';
import { usualYears, yearsAfter } from '#modules/owners/owner.ts';
import { addOwner } from '#modules/owners/server/add-owner.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { projectSpaces } from '#modules/properties/server/project-space.ts';
import { angermuende, cast } from '#testing/cast.ts';

const day = 86_400_000;
/** So many days back the first questions were asked; a few of those that nobody answered are off the page today. */
const firstRun = 189;

const said: { answer: FreshAnswer; words: string }[] = [
	{ answer: 'still', words: '' },
	{ answer: 'still', words: '' },
	{ answer: 'changed', words: 'Das Dach ist seit dem Sommer neu gedeckt, die Miete ist noch nicht besprochen.' },
	{ answer: 'still', words: '' },
	{ answer: 'gone', words: 'Im Erdgeschoss ist seit Oktober eine Physiotherapie.' },
	{ answer: 'still', words: '' },
	{ answer: 'changed', words: 'Der Saal ist vermietet, die Zimmer oben sind noch frei.' }
];

type Open = { id: string; subject: string };

/** Half of those who are asked answer within the week, in turns what people say. */
async function answerSome(pool: Pool, { at, turn, besides }: { at: Date; turn: number; besides: string[] }): Promise<number> {
	const ctx = { db: openDb(pool), actor: null, now: at };
	const { rows } = await pool.query<Open>(
		`select id, subject from freshness_asks where answer is null and asked_at > $1::timestamptz - interval '8 days' and person_id is distinct from $2 and entry_id <> all($3::uuid[])
			order by kind, entry_id`,
		[at, cast.ines.id, besides]
	);
	const answering = rows.filter((_, n) => n % 2 === 0);
	for (const [n, { id, subject }] of answering.entries()) {
		const link = await signLink(ctx, { purpose: 'still-true', data: { subject }, days: 1 });
		await answerStillTrue(ctx, { link, askId: id, ...(said[(turn + n) % said.length] ?? { answer: 'still' }) });
	}
	return turn + answering.length;
}

/** Houses of Angermünde that nobody confirmed for so many days, so that its desk shows every step. The last two belong to people who answer. */
const aged = [430, 380, 320, 260, 200, 176, 230, 230];
const owners: { answer: FreshAnswer; words: string }[] = [
	{ answer: 'gone', words: 'Seit dem ersten Oktober wohnt hier eine Familie, der Laden ist ihr Atelier.' },
	{ answer: 'changed', words: 'Ich würde jetzt auch verpachten, nicht mehr nur verkaufen.' }
];

async function ageAngermuende(pool: Pool, now: Date): Promise<string[]> {
	const { rows } = await pool.query<{ id: string }>(
		`select id from properties where ags = $1 and is_demo and publication_state = 'public_blurred' and lifecycle_state in ('available', 'in_mediation')
			and owner_person_id is null and reference ~ '-1[0-9]{3}$' order by reference limit $2`,
		[angermuende, aged.length]
	);
	for (const [n, { id }] of rows.entries()) {
		const at = new Date(now.getTime() - (aged[n] ?? 0) * day);
		const isOwned = n >= aged.length - owners.length;
		await pool.query(
			`update properties set last_confirmed_at = $2, published_at = $2, created_at = least(created_at, $2), owner_person_id = case when $3 then
				(select person_id from actor_profiles where is_demo and person_id <> all($4::uuid[]) order by slug limit 1 offset $5) end where id = $1`,
			[id, at, isOwned, Object.values(cast).map((one) => one.id), n]
		);
		// a clock only ever moves on by itself; here the past is invented
		await pool.query(
			`update freshness_entries set since = $2, next_at = $2::timestamptz + make_interval(hours => 24 * interval_days) where kind = 'property' and entry_id = $1`,
			[id, at]
		);
	}
	const ids = rows.map(({ id }) => id);
	await projectSpaces({ db: openDb(pool), actor: null, now }, ids);
	return ids;
}

async function answerAsOwners(pool: Pool, houses: string[], at: Date): Promise<void> {
	const ctx = { db: openDb(pool), actor: null, now: at };
	for (const [n, house] of houses.entries()) {
		const { rows } = await pool.query<Open>('select id, subject from freshness_asks where entry_id = $1 order by asked_at desc limit 1', [
			house
		]);
		const [ask] = rows;
		if (!ask) continue;
		const link = await signLink(ctx, { purpose: 'still-true', data: { subject: ask.subject }, days: 1 });
		await answerStillTrue(ctx, { link, askId: ask.id, ...(owners[n] ?? { answer: 'changed' }) });
	}
}

/** People who reported one of these houses and agreed to be asked again, with what they say; the number is the place among the houses. */
const witnesses: { house: number; answer: FreshAnswer; words: string }[] = [
	{ house: 2, answer: 'gone', words: 'Seit dem Frühjahr brennt abends Licht, und am Klingelschild steht ein Name.' },
	{ house: 4, answer: 'still', words: 'Die Fenster sind noch zugeklebt, im Hof liegt Laub vom letzten Jahr.' }
];
/** The place of the house whose owner the register knows with an address. */
const mailed = 3;

async function placeThoseApart(pool: Pool, houses: string[], now: Date): Promise<void> {
	const since = new Date(now.getTime() - (firstRun + 10) * day);
	const ctx = { db: openDb(pool), actor: cast.ines, now: since };
	const facts = { kind: 'private_person', name: 'Ilse Wendland', email: 'i.wendland@post.example', legalBasis: 'self_reported' };
	const owner = ownerForm.parse({ ...facts, origin: 'selbst mitgeteilt', purgeOn: yearsAfter(dayOf(since), usualYears) });
	const [home] = houses.slice(mailed);
	if (home) await addOwner(ctx, { propertyId: home, owner, ownership: ownershipForm.parse({}) });
	for (const { house } of witnesses)
		if (houses[house])
			await pool.query(
				`insert into reports (id, token_hash, state, ags, signs, reporter_email, ask_later_at, step, why, property_id, created_at, sent_at, forget_at)
					values ($1, $2, 'joined', $3, '{windows}', $4, $5, 'people', '', $6, $5, $5, $5::timestamptz + interval '1 year')`,
				[newId(), hashToken(newToken()), angermuende, `spaziergang-${house}@post.example`, since, houses[house]]
			);
}

async function answerAsWitnesses(pool: Pool, houses: string[], at: Date): Promise<void> {
	const ctx = { db: openDb(pool), actor: null, now: at };
	for (const { house, answer, words } of witnesses) {
		const { rows } = await pool.query<Open>(`select id, subject from freshness_asks where entry_id = $1 and asked_as = 'reporter'`, [
			houses[house]
		]);
		for (const { id, subject } of rows) {
			const link = await signLink(ctx, { purpose: 'still-true', data: { subject }, days: 1 });
			await answerStillTrue(ctx, { link, askId: id, answer, words });
		}
	}
}

/** What half a year of asking has left behind: entries of every age, answers, and what fell because nobody answered. */
export async function placeFreshness(pool: Pool, now: Date): Promise<void> {
	const houses = await ageAngermuende(pool, now);
	await placeThoseApart(pool, houses, now);
	let turn = 0;
	for (let ago = firstRun; ago >= 3; ago -= 6) {
		const at = new Date(now.getTime() - ago * day);
		await tendFreshness({ db: openDb(pool), actor: null, now: at });
		turn = await answerSome(pool, { at: new Date(at.getTime() + 2 * day), turn, besides: houses });
	}
	await answerAsOwners(pool, houses.slice(aged.length - owners.length), new Date(now.getTime() - 2 * day));
	await answerAsWitnesses(pool, houses, new Date(now.getTime() - day));
	// the post of half a year is long read
	await pool.query(`update notices set mailed_at = created_at where kind like 'freshness%' and (created_at < $1 or person_id <> $2)`, [
		new Date(now.getTime() - 5 * day),
		cast.ines.id
	]);
}
