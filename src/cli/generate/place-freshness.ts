import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import type { FreshAnswer } from '#modules/freshness/freshness.ts';
import { answerStillTrue } from '#modules/freshness/server/answer-still-true.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { cast } from '#testing/cast.ts';

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
async function answerSome(pool: Pool, { at, turn }: { at: Date; turn: number }): Promise<number> {
	const ctx = { db: openDb(pool), actor: null, now: at };
	const { rows } = await pool.query<Open>(
		`select id, subject from freshness_asks where answer is null and asked_at > $1::timestamptz - interval '8 days' and person_id is distinct from $2
			order by kind, entry_id`,
		[at, cast.ines.id]
	);
	const answering = rows.filter((_, n) => n % 2 === 0);
	for (const [n, { id, subject }] of answering.entries()) {
		const link = await signLink(ctx, { purpose: 'still-true', data: { subject }, days: 1 });
		await answerStillTrue(ctx, { link, askId: id, ...(said[(turn + n) % said.length] ?? { answer: 'still' }) });
	}
	return turn + answering.length;
}

/** What half a year of asking has left behind: entries of every age, answers, and what fell because nobody answered. */
export async function placeFreshness(pool: Pool, now: Date): Promise<void> {
	let turn = 0;
	for (let ago = firstRun; ago >= 3; ago -= 6) {
		const at = new Date(now.getTime() - ago * day);
		await tendFreshness({ db: openDb(pool), actor: null, now: at });
		turn = await answerSome(pool, { at: new Date(at.getTime() + 2 * day), turn });
	}
	// the post of half a year is long read
	await pool.query(`update notices set mailed_at = created_at where kind like 'freshness%' and (created_at < $1 or person_id <> $2)`, [
		new Date(now.getTime() - 5 * day),
		cast.ines.id
	]);
}
