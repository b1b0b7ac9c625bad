import { and, eq } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { dayOf } from '#lib/calendar.ts';
import { decideAward } from '#modules/awards/server/decide-award.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import { addFile } from '#modules/concepts/server/add-file.ts';
import { beginConcept } from '#modules/concepts/server/begin-concept.ts';
import { findConcept } from '#modules/concepts/server/find-concept.ts';
import { handKey } from '#modules/concepts/server/hand-key.ts';
import { saveCosts, saveTexts } from '#modules/concepts/server/save-texts.ts';
import { sendConcept, type Sent } from '#modules/concepts/server/send-concept.ts';
import { conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import { admitCandidates } from '#modules/judging/server/admit-candidates.ts';
import { declareConflicts } from '#modules/judging/server/declare-conflicts.ts';
import { inviteCandidates } from '#modules/judging/server/invite-candidates.ts';
import { lockScores } from '#modules/judging/server/lock-scores.ts';
import { revealScores } from '#modules/judging/server/reveal-scores.ts';
import { saveChecks } from '#modules/judging/server/save-checks.ts';
import { saveReview } from '#modules/judging/server/save-review.ts';
import { takeOpened } from '#modules/judging/server/take-opened.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { deadlineOf, frozenLeaves } from '#modules/procedures/frozen.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { closeProcedures } from '#modules/procedures/server/close-procedures.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { demoOpenerKeys } from './demo-keys.ts';

/** Who is who in a procedure that is played: Ines leads, three of the cast are the jury, three hand in. */
export const jury = ['friedrich', 'oskar', 'katrin'] as const satisfies readonly CastName[];
export const applicants = ['amira', 'jonas', 'hanna'] as const satisfies readonly CastName[];
const names: Record<(typeof applicants)[number], [name: string, title: string, summary: string]> = {
	amira: ['Werkhof', 'Werkhof am Teich', 'Vier Werkstätten, ein Café am Nachmittag und eine Halle, die allen offen steht.'],
	jonas: ['Kulturbahnhof', 'Bühne im Grünen', 'Eine kleine Bühne mit Proberäumen, an zwanzig Abenden im Jahr für alle.'],
	hanna: ['Hanna Lindner', 'Backhaus', 'Ein Backofen für das Dorf, samstags Brot, sonst Platz zum Sitzen.']
};

export type Playing = { id: string; slug: string; deadline: Date; store: Store; at: (who: CastName | null, when: Date) => Ctx };
type Applicant = (typeof applicants)[number];
/** What each offers where the price is weighed, in cents. */
const offers: Record<Applicant, number> = { amira: 60_000, jonas: 75_000, hanna: 52_000 };
export const after = (moment: Date, days: number): Date => new Date(moment.getTime() + days * 86_400_000);

export const paper = (title: string, date: string) =>
	paperPdf({
		...{ title, date, sender: { name: 'Erfunden' }, accent: '#8d3b24', lead: 'Beispiel' },
		blocks: [{ kind: 'text', text: 'Erfunden, wie alles in dieser Demo.' }]
	});

/** One group writes; what is written already is not written twice. Returns the id of the concept. */
export async function write(playing: Playing, who: Applicant): Promise<string> {
	const { slug, deadline, at } = playing;
	const [name] = names[who];
	const kind = who === 'hanna' ? 'person' : 'group';
	const input = { kind, name, groupId: undefined, organisationId: undefined } as const;
	const conceptId = await beginConcept(at(who, after(deadline, -6)), { slug, input });
	await fill(playing, who, conceptId);
	return conceptId;
}

async function fill({ deadline, store, at }: Playing, who: Applicant, conceptId: string): Promise<void> {
	const ctx = at(who, after(deadline, -6));
	const [name, title, summary] = names[who];
	const kind = who === 'hanna' ? 'person' : 'group';
	const { sheet, marks, files } = await findConcept(ctx, conceptId);
	const answers = Object.fromEntries(
		sheet.fields.map((field) => [field.key, `${summary} Zu „${field.title}“: Das haben wir uns überlegt.`])
	);
	const { email } = cast[who];
	const applicant = { applicantName: name, contact: cast[who].name, email, phone: '', members: kind === 'group' ? 7 : 1 };
	await saveTexts(ctx, { id: conceptId, input: { mark: marks.texts, title, summary, ...applicant, answers } });
	if (sheet.needsCosts || sheet.offerUnit) {
		const costs = {
			once: [{ text: 'Ausbau der Halle', cents: 4_800_000 }],
			funds: [{ text: 'Eigenes Geld und Darlehen', cents: 4_900_000 }],
			yearly: [{ text: 'Pacht, Strom, Versicherung', cents: 980_000 }],
			income: [{ text: 'Beiträge und Vermietung', cents: 1_050_000 }],
			note: ''
		};
		const offerCents = sheet.offerUnit ? offers[who] : null;
		await saveCosts(ctx, { id: conceptId, input: { mark: marks.money, costs, offerCents } });
	}
	for (const field of sheet.fields.filter(({ wantsFile, key }) => wantsFile && !files.some((file) => file.for === key))) {
		const upload = { name: `${field.title.slice(0, 40)}.pdf`, bytes: paper(field.title, dayOf(ctx.now)) };
		await addFile(ctx, { id: conceptId, store, upload, for: field.key });
	}
}

async function send({ deadline, store, at }: Playing, who: Applicant, conceptId: string): Promise<Sent & { conceptId: string }> {
	return { conceptId, ...(await sendConcept(at(who, after(deadline, -1)), { id: conceptId, store })) };
}

/** One group writes and hands in. Returns what they got in return. */
export const handIn = async (playing: Playing, who: Applicant): Promise<Sent & { conceptId: string }> =>
	send(playing, who, await write(playing, who));

/** Who was chosen in the first stage writes the concept for the second, which is there already. */
export async function handInAgain(playing: Playing, who: Applicant): Promise<Sent & { conceptId: string }> {
	const { id, deadline, at } = playing;
	const { db } = at(who, deadline);
	const isMine = and(eq(conceptMembers.conceptId, concepts.id), eq(conceptMembers.personId, cast[who].id));
	const [draft] = await db
		.select({ id: concepts.id })
		.from(concepts)
		.innerJoin(conceptMembers, isMine)
		.where(and(eq(concepts.procedureId, id), eq(concepts.round, 2)));
	const conceptId = draft?.id ?? '';
	await fill(playing, who, conceptId);
	return send(playing, who, conceptId);
}

/** The deadline passes, and two of the openers come with their keys. */
export async function open({ id, deadline, at }: Playing): Promise<void> {
	const when = after(deadline, 0.1);
	await closeProcedures(at(null, when), id);
	for (const { who, identity } of demoOpenerKeys.slice(0, 2)) await handKey(at(who, when), { id, kind: 'concepts', secretKey: identity });
	await takeOpened(at(null, when), id);
}

/** Somebody who takes part says that they are free. */
export async function declare({ id, deadline, at }: Playing, who: CastName): Promise<void> {
	const ctx = at(who, after(deadline, 2));
	const entries = (await rankOf(ctx, id)).map((one) => ({ conceptId: one.id, kind: 'none' as const, note: '' }));
	await declareConflicts(ctx, { id, input: { entries, forAll: true } });
}

/** The lead finds every condition met. */
export async function checkOne({ id, deadline, at }: Playing, number: number): Promise<void> {
	const ines = at('ines', after(deadline, 5));
	const { frozen } = await loadFrozen(ines, id);
	const checks = frozen.eligibility.map((condition) => ({ conditionId: condition.id, isMet: 'met' as const, note: '' }));
	await saveChecks(ines, { id, number, input: { version: 1, checks } });
}

/** Everybody who takes part says that they are free, and the lead finds every condition met. */
export async function checkAll(playing: Playing, named: readonly CastName[] = jury): Promise<void> {
	for (const who of ['ines', ...named] as const) await declare(playing, who);
	for (const { number } of await rankOf(playing.at('ines', playing.deadline), playing.id)) await checkOne(playing, number);
}

/** All have declared, and the first concept is checked: the others wait. */
export async function checkFirst(playing: Playing): Promise<void> {
	for (const who of ['ines', ...jury] as const) await declare(playing, who);
	const [first] = await rankOf(playing.at('ines', playing.deadline), playing.id);
	if (first) await checkOne(playing, first.number);
}

/** The same, and the jury may begin. */
export async function check(playing: Playing, named: readonly CastName[] = jury): Promise<void> {
	await checkAll(playing, named);
	await admitCandidates(playing.at('ines', after(playing.deadline, 5)), { id: playing.id });
}

/** The second envelopes, once the points stand. */
async function openPrices({ id, deadline, at }: Playing): Promise<void> {
	for (const { who, identity } of demoOpenerKeys.slice(1))
		await handKey(at(who, after(deadline, 29)), { id, kind: 'offers', secretKey: identity });
}

/** The first of two stages ends: the first two go on, until the day that the call promised. Returns the play of the second. */
export async function invite(playing: Playing): Promise<Playing> {
	await checkAll(playing);
	const { id, deadline, at } = playing;
	const ines = at('ines', after(deadline, 12));
	const { frozen } = await loadFrozen(ines, id);
	const until = deadlineOf(frozen, 2) ?? after(deadline, 60);
	const choices = (await rankOf(ines, id)).map(({ id: conceptId, rank }) => ({
		...{ conceptId, isChosen: rank < 2 },
		reason: rank < 2 ? 'Die Skizze zeigt, wie das Haus an allen Tagen offen ist.' : 'Der Ort ist gut gewählt, der Betrieb bleibt offen.'
	}));
	await inviteCandidates(ines, { id, input: { until, choices } });
	return { ...playing, deadline: until };
}

type Scoring = { juror: CastName; number: number };

/** A member of the jury scores a concept: the first group stands best, the last one worst. */
export async function scoreOne({ id, deadline, at }: Playing, { juror, number }: Scoring): Promise<void> {
	const n = Math.max(
		0,
		jury.findIndex((one) => one === juror)
	);
	const { frozen } = await loadFrozen(at('ines', deadline), id);
	const rank = (await rankOf(at('ines', deadline), id)).find((one) => one.number === number)?.rank ?? 0;
	const scores = frozenLeaves(frozen).map(({ id: leafId, levels }, m) => {
		const best = levels.length - 1;
		const level = Math.max(0, Math.min(best, best - rank + ((n + m) % 3 === 0 ? 1 : 0)));
		return { leafId, points: levels[level]?.points ?? 0, reason: levels[level]?.text ?? '' };
	});
	const input = { version: 0, confidence: 2, note: '', isDone: true, scores };
	await saveReview(at(juror, after(deadline, 12 + n)), { id, number, input });
}

/** These members of the jury score every concept. */
export async function score(playing: Playing, who: readonly CastName[]): Promise<void> {
	const order = await rankOf(playing.at('ines', playing.deadline), playing.id);
	for (const juror of who) for (const { number } of order) await scoreOne(playing, { juror, number });
}

/** The concepts of the stage that is on, whoever began first in front. */
async function rankOf({ db }: Ctx, procedureId: string): Promise<{ id: string; number: number; rank: number }[]> {
	const rows = await db
		.select({ id: concepts.id, number: concepts.number })
		.from(concepts)
		.innerJoin(procedures, and(eq(procedures.id, concepts.procedureId), eq(procedures.round, concepts.round)))
		.where(and(eq(concepts.procedureId, procedureId), eq(concepts.state, 'opened')))
		.orderBy(concepts.id);
	return rows.map(({ id, number }, rank) => ({ id, number: number ?? 0, rank }));
}

/** The points lie side by side. */
export const reveal = ({ id, deadline, at }: Playing): Promise<void> => revealScores(at('ines', after(deadline, 20)), { id });

/** The jury sits together, fixes its points, has the prices opened where they count, and recommends. */
export async function recommend(playing: Playing, { hasPrice = false } = {}): Promise<void> {
	const { id, deadline, at } = playing;
	await reveal(playing);
	await lockScores(at('ines', after(deadline, 28)), { id });
	if (hasPrice) await openPrices(playing);
	await recommendOne(playing);
}

export async function recommendOne({ id, deadline, at }: Playing): Promise<void> {
	const recommendation = 'Die Jury empfiehlt das Konzept, das den Betrieb am sichersten trägt und der Halle die meisten Tage gibt.';
	await recommendAward(at('ines', after(deadline, 35)), { id, input: { recommendation, dissent: '', reasons: new Map() } });
}

/** The council decides: the first gets it, the second waits. */
export async function decide({ id, deadline, store, at }: Playing, days = 60): Promise<void> {
	const when = after(deadline, days);
	const [first, second] = await rankOf(at('ines', when), id);
	const upload = { name: 'beschluss.pdf', bytes: paper('Beschluss der Stadtverordnetenversammlung', dayOf(when)) };
	const votes = { votesFor: 14, votesAgainst: 3, abstentions: 1 };
	const reasons = 'Das Konzept hält die Halle für alle offen und rechnet sich auch in einem schlechten Jahr.';
	const input = {
		...{ body: 'Die Stadtverordnetenversammlung', decidedOn: dayOf(when), ...votes, reasons, deviation: '' },
		...{ awarded: first?.id ?? '', reserves: second ? [second.id] : [] }
	};
	await decideAward(at('ines', when), { id, store, upload, input });
}
