import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { folderStore } from '#lib/server/store.ts';
import { beginNext } from '#modules/awards/server/begin-next.ts';
import { decideAward } from '#modules/awards/server/decide-award.ts';
import { findAward } from '#modules/awards/server/find-award.ts';
import { findEvaluation } from '#modules/awards/server/find-evaluation.ts';
import { findFile, findFilePaper } from '#modules/awards/server/find-file.ts';
import { findOwnResult } from '#modules/awards/server/find-own-result.ts';
import { findPublicResult } from '#modules/awards/server/find-public-result.ts';
import { proposeDirect } from '#modules/awards/server/propose-direct.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import { awardPlaces } from '#modules/awards/server/tables.ts';
import { beginConcept } from '#modules/concepts/server/begin-concept.ts';
import { conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import { admitCandidates } from '#modules/judging/server/admit-candidates.ts';
import { findPresentation, findStage } from '#modules/judging/server/find-supplement.ts';
import { findTalks } from '#modules/judging/server/find-talks.ts';
import { cancelTalk, holdTalk, planTalk } from '#modules/judging/server/plan-talk.ts';
import { beginUse } from '#modules/options/server/begin-use.ts';
import { findOptionDesk } from '#modules/options/server/find-option-desk.ts';
import { listOwnOptions } from '#modules/options/server/list-own-options.ts';
import { signContract } from '#modules/options/server/sign-contract.ts';
import { options } from '#modules/options/server/tables.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { pagesFor } from '#modules/procedures/desk-pages.ts';
import { askQuestion } from '#modules/procedures/server/ask-question.ts';
import { closeProcedures } from '#modules/procedures/server/close-procedures.ts';
import { draftAnswer } from '#modules/procedures/server/draft-answer.ts';
import { findProcedure, findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { findPublicProcedure } from '#modules/procedures/server/find-public-procedure.ts';
import { findRecordFile } from '#modules/procedures/server/find-record.ts';
import { listQuestions } from '#modules/procedures/server/list-questions.ts';
import { publishAnswers } from '#modules/procedures/server/publish-answers.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { savePartner } from '#modules/procedures/server/save-partner.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import type { BasicsInput } from '#modules/procedures/forms.ts';
import { factNames } from '#modules/records/fact-words.ts';
import { kindText } from '#modules/records/kinds.ts';
import { closeDays } from '#modules/records/server/close-days.ts';
import { verifyRecord } from '#modules/records/verify.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { plantDirect } from '#testing/direct.ts';
import { recordHouse } from '#testing/houses.ts';
import { giveFactor } from '#testing/jury.ts';
import { plantLight } from '#testing/light.ts';
import { refusalOf } from '#testing/options.ts';
import { expect, now, test } from '#testing/world.ts';
import { demoRunning } from './demo-running.ts';
import { placeOpeners } from './open-one.ts';
import { placeOne } from './place-procedures.ts';
import { grant } from './play-after.ts';
import * as play from './play.ts';

/** Every kind of procedure from its beginning to its end, with the commands of the product alone. */

const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-kinds-')));
const paper = { name: 'beschluss.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') };

type At = play.Playing['at'];
const atIn =
	(db: Ctx['db']): At =>
	(who, when) => ({ db, actor: who && cast[who], now: when });

/** Publishes what is finished and says how it is played. */
async function publish(at: At, id: string, when: Date): Promise<play.Playing> {
	const slug = await publishProcedure(at('ines', when), { id });
	const [row] = await at(null, when).db.select().from(procedures).where(eq(procedures.id, id));
	return { id, slug, store, at, deadline: row?.deadline ?? when };
}

/** A draft of the demo's jury, of another kind. */
async function open(at: At, title: string, over: Partial<BasicsInput>): Promise<play.Playing> {
	const { told } = demoRunning[0] ?? {};
	if (!told) throw new Error('nothing to play');
	await recordHouse(at('ines', now), { title });
	const begin = { ...told.begin, title: `${title}: Wer zieht ein?`, kind: over.kind ?? told.begin.kind };
	const basicsOf = { ...told.basics, ...over };
	const id = (await placeOne(at('ines', now), { ...told, house: title, units: undefined, begin, basics: basicsOf }, store)) ?? '';
	await placeOpeners(at('ines', now), id);
	await stepProcedure(at('ines', play.after(now, 20)), { id, step: 'finish' });
	await giveFactor(at(null, now), ...play.jury.map((who) => cast[who]));
	return publish(at, id, play.after(now, 27));
}

/** The whole record holds, names nobody, and everything in it has German words. */
async function checkRecord({ at, id, slug }: play.Playing, until: Date): Promise<string[]> {
	await closeDays(at(null, play.after(until, 2)));
	const { slug: _, ...found } = await findRecordFile(at(null, until), { key: slug, base: 'https://example.org' });
	const file = JSON.parse(JSON.stringify(found));
	const report = await verifyRecord({ file });
	expect(report.broken).toEqual([]);
	expect(JSON.stringify(file)).not.toMatch(/Haddad|Werkhof|Lindner|Kulturbahnhof/);
	const kinds = [...new Set<string>(file.main.map(({ kind }: { kind: string }) => kind))];
	expect(kinds.filter((kind) => kindText(kind) === kind)).toEqual([]);
	const facts = file.main.flatMap((entry: { facts: object }) => Object.keys(entry.facts));
	expect(facts.filter((name: string) => !(name in factNames))).toEqual([]);
	const blocks = await findFilePaper(at('ines', until), { id, volume: 1 });
	expect(/(?<!Kennung: )[0-9a-f]{8}-[0-9a-f]{4}-7.{20}/.exec(JSON.stringify(blocks))?.[0] ?? null, 'ids are none of words').toBe(null);
	return kinds;
}

const tabs = async (ctx: Ctx, id: string) => pagesFor(await findProcedureHead(ctx, id)).map(({ end }) => end);
const stateOf = async ({ db }: Ctx, id: string) => (await db.select().from(procedures).where(eq(procedures.id, id)))[0]?.state;

/** From the grant to a house in use. */
async function live({ at, id }: play.Playing, when: Date): Promise<void> {
	const ines = at('ines', when);
	const [option] = await ines.db.select().from(options).where(eq(options.procedureId, id));
	const day = when.toISOString().slice(0, 10);
	const contract = { contractOn: day, contractKind: 'interim', document: undefined, store } as const;
	await signContract(ines, { id, version: option?.version ?? 0, ...contract });
	await beginUse(ines, { id, on: day });
	expect(await stateOf(ines, id)).toBe('done');
}

test('two stages and a second envelope: sketches, a choice, concepts, points, then prices, then the award', async ({ db }) => {
	const price = { priceRule: 'weighted', price: 50_000, priceFull: 100_000, priceShare: 300 } as const;
	const first = await open(atIn(db), 'Haus mit zwei Stufen', { kind: 'two_stage', ...price });
	for (const who of play.applicants) await play.handIn(first, who);
	await play.open(first);
	const second = await play.invite(first);
	const { at, id, deadline } = second;
	await play.handInAgain(second, 'amira');
	await play.handInAgain(second, 'jonas');
	const own = await db.select().from(concepts).where(eq(concepts.procedureId, id)).orderBy(concepts.id);
	expect(own.map(({ round }) => round)).toEqual([1, 1, 1, 2, 2]);
	const sketchOf = (n: number) => own[n]?.id ?? '';
	expect(await findStage(at('amira', deadline), sketchOf(0))).toMatchObject({ isChosen: true, hasTalk: false });
	expect(await findStage(at('hanna', deadline), sketchOf(2))).toMatchObject({ isChosen: false, nextId: null });
	await play.open(second);
	await play.check(second);
	await play.score(second, play.jury);
	const early = play.after(deadline, 15);
	expect(await findEvaluation(at('ines', early), id)).toMatchObject({ isClosed: true });
	await play.recommend(second, { hasPrice: true });
	const late = play.after(deadline, 50);
	const found = await findEvaluation(at('ines', late), id);
	expect(found).toMatchObject({ isClosed: false, missing: [] });
	const shown = JSON.stringify(found);
	expect(shown).toContain('Preis');
	await play.decide(second);
	const after = play.after(deadline, 61);
	const winner = await findOwnResult(at('amira', after), own.find(({ fromId }) => fromId === sketchOf(0))?.id ?? '');
	expect(winner.outcome).toBe('awarded');
	expect(JSON.stringify(winner.letter)).toContain('Euer Angebot');
	expect(JSON.stringify(winner.letter)).toContain('600');
	const file = JSON.stringify(await findFilePaper(at('ines', after), { id, volume: 1 }));
	for (const part of ['Auswahl für die zweite Stufe', 'Skizze Nr.', 'nicht ausgewählt', 'Backhaus', 'Preis']) expect(file).toContain(part);
	const kinds = await checkRecord(second, after);
	expect(kinds).toEqual(expect.arrayContaining(['procedure.invite', 'offers.opened', 'scores.locked', 'procedure.decide']));
	expect((await findFile(at('ines', after), id)).volumes).toBe(1);
});

test('with dialogue: nobody is scored before there was a talk with everybody who was chosen', async ({ db }) => {
	const first = await open(atIn(db), 'Haus mit Dialog', { kind: 'with_dialogue' });
	for (const who of play.applicants) await play.handIn(first, who);
	await play.open(first);
	const second = await play.invite(first);
	const { at, id, deadline } = second;
	const ines = at('ines', play.after(first.deadline, 14));
	expect(await tabs(ines, id)).toContain('/gespraeche');
	const { talks } = await findTalks(ines, id);
	expect(talks.map(({ slot }) => slot)).toEqual([null, null]);
	const [one, other] = talks.map(({ number }) => number);
	const input = { startsAt: play.after(ines.now, 4), minutes: 45, place: 'Rathaus', note: '' };
	const plan = (number = 0, over = {}) => refusalOf(planTalk(ines, { id, number, input: { ...input, ...over } }));
	expect(await plan(one)).toBe('done');
	expect(await plan(other)).toBe('422 clash');
	expect(await plan(other, { startsAt: play.after(ines.now, -1) })).toBe('422 past');
	expect(await plan(99)).toBe('404 not-found');
	expect(await plan(other, { startsAt: play.after(ines.now, 5) })).toBe('done');
	expect(await refusalOf(cancelTalk(ines, { id, number: one ?? 0, reason: 'Heizung.' }))).toBe('done');
	expect(await refusalOf(holdTalk(ines, { id, number: one ?? 0, said: 'Nichts.' }))).toBe('409 not-planned');
	expect(await plan(one)).toBe('done');
	expect(await refusalOf(holdTalk(ines, { id, number: one ?? 0, said: 'Zu früh.' }))).toBe('409 not-yet');
	for (const who of ['amira', 'oskar', 'katrin', 'renate'] as const)
		expect(await refusalOf(findTalks(at(who, ines.now), id)), who).toBe('404 not-found');
	const later = at('ines', play.after(ines.now, 6));
	await holdTalk(later, { id, number: one ?? 0, said: 'Über das Dach gesprochen.' });
	const seen = await Promise.all(
		(['amira', 'jonas'] as const).map(async (who) => {
			const [mine] = await db
				.select({ id: concepts.id })
				.from(concepts)
				.where(eq(concepts.procedureId, id))
				.orderBy(concepts.id)
				.offset(who === 'amira' ? 0 : 1)
				.limit(1);
			return (await findPresentation(at(who, later.now), mine?.id ?? '')).slot.said;
		})
	);
	expect(seen.sort()).toEqual([null, 'Über das Dach gesprochen.'].sort());
	await play.handInAgain(second, 'amira');
	await play.open(second);
	expect(await refusalOf(play.check(second))).toBe('409 not-settled');
	await holdTalk(at('ines', play.after(deadline, 3)), { id, number: other ?? 0, said: 'Die Gruppe kam nicht.' });
	await admitCandidates(at('ines', play.after(deadline, 6)), { id });
	expect(await stateOf(later, id)).toBe('scoring');
});

test('a room grant without a jury: whoever leads scores, and the rooms are used for their time', async ({ as, db }) => {
	const { id } = await plantLight({ as, db }, { kind: 'room_grant', isReady: true });
	const at = atIn(db);
	await db
		.update(procedureMembers)
		.set({ email: cast.friedrich.email, personId: cast.friedrich.id, name: cast.friedrich.name })
		.where(eq(procedureMembers.name, 'Tim Sander'));
	await placeOpeners(at('ines', now), id);
	const playing = await publish(at, id, now);
	const { deadline } = playing;
	await giveFactor({ db }, cast.ines, cast.friedrich);
	for (const who of play.applicants) await play.handIn(playing, who);
	await play.open(playing);
	await play.check(playing, ['friedrich']);
	expect(await tabs(at('ines', deadline), id)).toContain('/bewertung');
	await play.score(playing, ['ines']);
	expect(await refusalOf(play.score(playing, ['friedrich']))).toBe('409 not-your-turn');
	await play.recommend(playing);
	await play.decide(playing);
	const when = play.after(deadline, 80);
	const { proposed } = await findOptionDesk(at('ines', when), id);
	expect(proposed.isLight).toBe(true);
	for (const part of ['01.05.2027 bis 31.10.2027', '40\u00a0€ im Monat', 'Ein offener Nachmittag']) expect(proposed.terms).toContain(part);
	await grant(playing, 80);
	const { current } = await findOptionDesk(at('ines', when), id);
	expect(current?.milestones.map(({ title }) => title)).toEqual(['Der Nutzungsvertrag ist unterschriftsreif']);
	await live(playing, play.after(deadline, 90));
	await checkRecord(playing, play.after(deadline, 91));
});

/** An expression of interest of Ines, opened and checked. */
async function interest(stage: { as: (who: CastName) => Ctx; db: Ctx['db'] }): Promise<play.Playing> {
	const at = atIn(stage.db);
	const { id } = await plantLight(stage as never, { kind: 'expression_of_interest', isReady: true });
	const lead = { email: cast.friedrich.email, personId: cast.friedrich.id, name: cast.friedrich.name };
	await stage.db.update(procedureMembers).set(lead).where(eq(procedureMembers.name, 'Tim Sander'));
	await placeOpeners(at('ines', now), id);
	const playing = await publish(at, id, now);
	for (const who of play.applicants) await play.handIn(playing, who);
	await play.open(playing);
	await play.checkAll(playing, ['friedrich']);
	return playing;
}

async function settle({ at, id, deadline }: play.Playing, next: 'procedure' | 'direct' | null) {
	const ines = at('ines', play.after(deadline, 8));
	const { entries } = await findAward(ines, id);
	const reasons = new Map(entries.map(({ conceptId }) => [conceptId, 'Danke für die Skizze.']));
	await recommendAward(ines, { id, input: { recommendation: 'Mit dem Werkhof weiterreden.', dissent: '', reasons } });
	const awarded = entries.find(({ applicant }) => applicant === 'Werkhof')?.conceptId ?? '';
	const decidedOn = ines.now.toISOString().slice(0, 10);
	const said = {
		body: 'Die Bürgermeisterin',
		decidedOn,
		votesFor: null,
		votesAgainst: null,
		abstentions: null,
		reasons: 'Es passt.',
		deviation: ''
	};
	return refusalOf(
		decideAward(ines, { id, store, upload: paper, input: { ...said, awarded: next === 'direct' ? awarded : '', reserves: [], next } })
	);
}

test('an expression of interest ends with a procedure that is open to all', async ({ as, db }) => {
	const playing = await interest({ as, db });
	const { at, id, slug, deadline } = playing;
	expect(await settle(playing, 'procedure')).toBe('done');
	const places = await db.select().from(awardPlaces).where(eq(awardPlaces.procedureId, id));
	expect(places.map(({ outcome }) => outcome)).toEqual(['invited', 'invited', 'invited']);
	const ines = at('ines', play.after(deadline, 9));
	const [mine] = await db.select().from(conceptMembers).where(eq(conceptMembers.personId, cast.jonas.id));
	const own = await findOwnResult(at('jonas', ines.now), mine?.conceptId ?? '');
	expect(JSON.stringify(own.letter)).toContain('ein Konzeptverfahren, das allen offensteht');
	expect(JSON.stringify(own.letter)).not.toContain('Zuschlag');
	expect(await findPublicResult(at(null, ines.now), slug)).toMatchObject({ next: 'procedure', standstill: null });
	expect(await refusalOf(grant(playing, 80))).toMatch(/^409/);
	const next = await beginNext(ines, id);
	expect((await findProcedure(ines, next)).row).toMatchObject({ kind: 'single_stage', state: 'draft', repeats: id });
	expect(await refusalOf(beginNext(ines, id))).toBe('409 repeated');
	await checkRecord(playing, ines.now);
});

test('an expression of interest that names no next step, or no group for it, is not decided', async ({ as, db }) => {
	const playing = await interest({ as, db });
	expect(await settle(playing, null)).toBe('422 no-next');
});

test('from an interest to a direct match: everybody may object, then it is proposed, decided, given and used', async ({ as, db }) => {
	const before = await interest({ as, db });
	expect(await settle(before, 'direct')).toBe('done');
	const at = before.at;
	const begin = play.after(before.deadline, 10);
	const id = await beginNext(at('ines', begin), before.id);
	const { row, partner, missing } = await findProcedure(at('ines', begin), id);
	expect(partner).toMatchObject({ name: 'Werkhof', email: cast.amira.email, hasAgreed: false });
	expect(missing.map(({ text }) => text)).toEqual([
		'Es steht noch nicht da, warum es keinen Wettbewerb gibt.',
		'Die Gruppe hat noch nicht zugestimmt, öffentlich genannt zu werden.'
	]);
	const { name = '', contact = '', email = '' } = partner ?? {};
	const input = { version: row.version, name, contact, email, reasons: 'Nur eine Gruppe hat eine Halle gesucht.', hasAgreed: true };
	await savePartner(at('ines', begin), { id, input });
	expect(await refusalOf(savePartner(at('ines', begin), { id, input }))).toBe('409 changed-meanwhile');
	await stepProcedure(at('ines', begin), { id, step: 'finish' });
	const playing = await publish(at, id, play.after(begin, 1));
	const { slug, deadline } = playing;
	const open = play.after(begin, 2);
	const page = await findPublicProcedure(at(null, open), slug);
	expect(page.content.partner).toEqual({ name: 'Werkhof', reasons: 'Nur eine Gruppe hat eine Halle gesucht.' });
	expect(JSON.stringify(page)).not.toContain(cast.amira.email);
	expect((await findPublicProcedure(at(null, open), before.slug)).next).toEqual({ slug, title: page.title });
	const told = await db.select({ kind: notices.kind }).from(notices).where(eq(notices.personId, cast.jonas.id));
	expect(told.filter(({ kind }) => kind === 'procedure-goes-on')).toHaveLength(1);
	const ask = { kind: 'person', name: undefined, groupId: undefined, organisationId: undefined } as const;
	expect(await refusalOf(beginConcept(at('jonas', open), { slug, input: ask }))).toBe('409 direct');
	await askQuestion(at('jonas', open), { slug, text: 'Die Bühne möchte das Haus auch. Warum fragt uns niemand?' });
	const propose = {
		recommendation: 'Der Werkhof; ein Einwand, beantwortet.',
		reason: 'Ihr habt als Einzige eine Halle gesucht.',
		isClear: true
	};
	expect(await refusalOf(proposeDirect(at('ines', open), { id, input: propose }))).toMatch(/^409/);
	const late = play.after(deadline, 1);
	const ines = at('ines', late);
	await closeProcedures(at(null, late), id);
	expect(await tabs(ines, id)).toContain('/zuschlag');
	expect(await findAward(ines, id)).toMatchObject({ mayPropose: true, mayRecommend: false, direct: { open: 1 } });
	expect(await refusalOf(proposeDirect(ines, { id, input: propose }))).toBe('409 open-questions');
	const [asked] = (await listQuestions(ines, id)).questions;
	const answer = { questionId: asked?.id ?? '', wording: 'Warum gibt es keinen Wettbewerb?', answer: 'Gesucht war eine Halle.' };
	await draftAnswer(ines, { id, input: answer });
	await publishAnswers(ines, { id, evenSo: true });
	expect(await refusalOf(proposeDirect(ines, { id, input: { ...propose, isClear: false } }))).toBe('422 not-clear');
	for (const who of ['amira', 'oskar', 'renate'] as const)
		expect(await refusalOf(proposeDirect(at(who, late), { id, input: propose })), who).toBe('404 not-found');
	await proposeDirect(ines, { id, input: propose });
	const [concept] = await db.select().from(concepts).where(eq(concepts.procedureId, id));
	await play.decide({ ...playing, at }, 5);
	const own = await findOwnResult(at('amira', play.after(deadline, 6)), concept?.id ?? '');
	expect(own.outcome).toBe('awarded');
	expect(JSON.stringify(own.letter)).toContain('Ihr habt als Einzige eine Halle gesucht.');
	expect(await findPublicResult(at(null, play.after(deadline, 6)), slug)).toMatchObject({
		places: [{ name: 'Werkhof', outcome: 'awarded' }]
	});
	expect(await refusalOf(grant(playing, 6))).toBe('409 standstill');
	await grant(playing, 30);
	expect(await listOwnOptions(at('amira', play.after(deadline, 31)))).toMatchObject([{ holderName: 'Werkhof' }]);
	await live(playing, play.after(deadline, 40));
	const kinds = await checkRecord(playing, play.after(deadline, 41));
	expect(kinds).toEqual(
		expect.arrayContaining(['procedure.publish', 'question.answered', 'procedure.propose', 'procedure.decide', 'procedure.use'])
	);
});

test('a direct match begun by itself: no openers, no criteria, the tabs of its way', async ({ as, db }) => {
	const { id } = await plantDirect({ as, db }, 'open');
	const ends = [
		'',
		'/zeitplan',
		'/beteiligte',
		'/klaeren',
		'/aufruf',
		'/veroeffentlichen',
		'/termine',
		'/fragen',
		'/aenderung',
		'/schreiben'
	];
	expect(await tabs(as('ines'), id)).toEqual(ends);
});
