import { eq, sql } from 'drizzle-orm';
import { decideAward } from '#modules/awards/server/decide-award.ts';
import { listObjections } from '#modules/awards/server/list-objections.ts';
import { raiseObjection } from '#modules/awards/server/raise-objection.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import { answerObjection } from '#modules/awards/server/settle-objection.ts';
import { conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import { grantForm } from '#modules/options/forms.ts';
import { grantOption } from '#modules/options/server/grant-option.ts';
import { beginUse } from '#modules/options/server/begin-use.ts';
import { beginWorks } from '#modules/options/server/begin-works.ts';
import { findOptionDesk } from '#modules/options/server/find-option-desk.ts';
import { signContract } from '#modules/options/server/sign-contract.ts';
import { tellOutcome } from '#modules/options/server/tell-outcome.ts';
import { newId } from '#lib/server/id.ts';
import { inviteCandidates } from '#modules/judging/server/invite-candidates.ts';
import { deadlineOf } from '#modules/procedures/frozen.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import type { Kind } from '#modules/procedures/procedure.ts';
import { reportProgress } from '#modules/options/server/report-progress.ts';
import { saveTalk } from '#modules/options/server/save-talk.ts';
import { setRemedy } from '#modules/options/server/set-remedy.ts';
import { optionReports } from '#modules/options/server/tables.ts';
import { leavesOf } from '#modules/procedures/criteria.ts';
import { answerPreflight } from '#modules/procedures/server/answer-preflight.ts';
import { askQuestion } from '#modules/procedures/server/ask-question.ts';
import { beginAmendment } from '#modules/procedures/server/begin-amendment.ts';
import { cancelProcedure } from '#modules/procedures/server/cancel-procedure.ts';
import { changeAmendment } from '#modules/procedures/server/change-amendment.ts';
import { attachFile } from '#modules/procedures/server/change-files.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { findAmendment } from '#modules/procedures/server/find-amendment.ts';
import { findProcedure } from '#modules/procedures/server/find-procedure.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { releaseDraft } from '#modules/procedures/server/release-draft.ts';
import { saveViewing } from '#modules/procedures/server/save-viewing.ts';
import { signUp } from '#modules/procedures/server/sign-up.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { angermuende } from '../../src/testing/cast.ts';
import { withSeat } from '../../src/testing/places.ts';
import { basics, plantProcedure } from '../../src/testing/procedures.ts';
import { deliberate, lock, precheck, precheckSketches, score } from './hidden-judging.ts';
import { bringKeys, endDeadline, fillAndSend, pdfOf, photo, seat, stageOf, today, write, type Hidden } from './hidden-play.ts';

async function draft(hidden: Hidden, kind: Kind): Promise<void> {
	const { as, at, words, people, store } = hidden;
	const lead = as('lead');
	Object.assign(at, await plantProcedure(stageOf(hidden)));
	const id = at.id ?? '';
	await lead.db
		.update(properties)
		.set({ isMunicipal: false, ownerPersonId: people.owner.id })
		.where(eq(properties.id, at.houseId ?? ''));
	const price = {
		priceRule: 'weighted',
		price: 10_000_000,
		priceFull: 20_000_000,
		priceShare: 313,
		isBlind: true,
		decidingBody: 'owner'
	} as const;
	await changeProcedure(lead, { id, input: basics({ kind, goal: `Das Dorf trifft sich: ${words.draft}.`, ...price }) });
	const { row } = await findProcedure(lead, id);
	await answerPreflight(lead, { id, version: row.version, given: { use: { answer: 'settled', note: words.preflight } } });
	await attachFile(lead, { id, store, upload: pdfOf(words.paper), kind: 'resolution', title: 'Beschluss' });
	await seat(hidden);
}

async function open(hidden: Hidden): Promise<void> {
	const { as, at, words, people } = hidden;
	const [id, lead] = [at.id ?? '', as('lead')];
	const { row } = await findProcedure(as('owner'), id);
	await releaseDraft(as('owner'), { id, version: row.version });
	at.slug = await publishProcedure(lead, { id });
	const slug = at.slug;
	for (const who of ['asker', 'visitor'] as const)
		await lead.db.execute(sql`update people set name = ${words[who]} where id = ${people[who].id}::uuid`);
	await askQuestion(as('asker'), { slug, text: `Gibt es ${words.question}?` });
	const viewing = {
		viewingId: undefined,
		startsAt: as('lead', 5).now,
		minutes: 60,
		place: 'Markt',
		guestNote: words.guestNote,
		capacity: 5
	};
	at.viewing = await saveViewing(lead, { id, input: viewing });
	await signUp(as('visitor'), { slug, viewingId: at.viewing, answer: 'yes', people: 1 });
	await beginAmendment(lead, id);
	const { amendment } = await findAmendment(lead, id);
	const [leaf] = amendment ? leavesOf(amendment.draft.criteria) : [];
	if (leaf) {
		const changed = { leafId: leaf.id, title: leaf.title, description: words.amendment, levels: leaf.levels };
		await changeAmendment(lead, { id, version: 1, part: changed });
	}
}

/** What the group writes that gets the house, and what the other one does; a sketch first where there are two stages. */
const theirs = ({ words }: Hidden, word = words.text) =>
	({
		winner: { who: 'winner', name: words.group, contact: words.contact, title: words.title, word, file: words.file },
		loser: { who: 'loser', name: words.loser, contact: 'jemand', title: words.loserTitle, word: words.loserText, file: 'plan' }
	}) as const;

async function handIn(hidden: Hidden, word?: string): Promise<void> {
	const { as, at, words, people } = hidden;
	const { winner, loser } = theirs(hidden, word);
	at.first = await write(hidden, { ...winner, isSent: true });
	at.last = await write(hidden, { ...loser, isSent: true });
	const never = { name: 'Nie', contact: 'niemand', title: words.unsent, word: words.unsent, file: 'plan' };
	if (!word) at.unsent = await write(hidden, { who: 'drafting', ...never, isSent: false });
	const writer = { conceptId: at.first, personId: people.writer.id, role: 'writer', joinedAt: new Date() } as const;
	await as('lead').db.insert(conceptMembers).values(writer);
}

async function openAndHandIn(hidden: Hidden): Promise<void> {
	await open(hidden);
	await handIn(hidden);
}

async function numberThem({ as, at }: Hidden): Promise<void> {
	const rows = await as(null)
		.db.select({ id: concepts.id, number: concepts.number })
		.from(concepts)
		.where(eq(concepts.procedureId, at.id ?? ''));
	const numberOf = (id = '') => String(rows.find((row) => row.id === id)?.number ?? 0);
	Object.assign(at, { firstNumber: numberOf(at.first), lastNumber: numberOf(at.last) }, at.over ? { overNumber: numberOf(at.over) } : {});
}

async function decide({ as, at, words, store }: Hidden): Promise<void> {
	const [id, lead] = [at.id ?? '', as('lead')];
	const input = {
		...{ body: 'Die Stadtverordnetenversammlung', decidedOn: today(lead), votesFor: 14, votesAgainst: 3, abstentions: 1 },
		...{ reasons: `Es trägt: ${words.reasons}.`, deviation: '', awarded: at.first ?? '', reserves: [] }
	};
	await decideAward(lead, { id, store, upload: pdfOf(words.resolution), input });
	await raiseObjection(as('loser'), { conceptId: at.last ?? '', text: `Falsch gezählt: ${words.objection}.` });
	const [objection] = (await listObjections(lead, id)).objections;
	const answer = { objectionId: objection?.id ?? '', step: 'reject', answer: `Richtig gezählt: ${words.settled}.`, effect: null } as const;
	await answerObjection(lead, { id, input: answer });
}

async function grant({ as, at, words, store }: Hidden): Promise<void> {
	const [id, lead] = [at.id ?? '', as('lead', 40)];
	const days = { startsOn: today(lead), endsOn: today(as('lead', 300)) };
	at.option = await grantOption(lead, { id, input: grantForm.parse({ ...days, terms: `Ohne Pflicht: ${words.terms}.` }) });
	const input = { milestoneId: undefined, text: `Wir sind da: ${words.report}.` };
	const upload = { name: 'foto.png', bytes: new Uint8Array(await photo()) };
	await reportProgress(as('winner', 40), { key: { id: at.option }, input, photo: upload, store });
	const [row] = await lead.db.select({ id: optionReports.id }).from(optionReports).where(eq(optionReports.optionId, at.option));
	at.report = row?.id ?? '';
	await saveTalk(lead, { id, input: { talkId: undefined, on: today(lead), isHeld: true, note: words.meeting } });
	await setRemedy(lead, { id, what: words.remedy, until: today(as('lead', 100)) });
}

/** The contract of the house, and the works that follow it. */
async function sign({ as, at, words, store }: Hidden): Promise<void> {
	const [id, lead] = [at.id ?? '', as('lead', 41)];
	const { current } = await findOptionDesk(lead, id);
	const contract = { contractOn: today(lead), contractKind: 'lease', document: pdfOf(words.contract), store } as const;
	await signContract(lead, { id, version: current?.option.version ?? 0, ...contract });
}

async function use(hidden: Hidden): Promise<void> {
	const { as, at, words } = hidden;
	const lead = as('lead', 43);
	await beginUse(lead, { id: at.id ?? '', on: today(lead) });
	const organisationId = newId();
	const stamp = { createdAt: lead.now, updatedAt: lead.now };
	const row = { id: organisationId, slug: `werk-${organisationId.slice(-8)}`, kind: 'initiative', name: 'Werk eG' } as const;
	await lead.db.insert(organisations).values({ ...row, placeAgs: angermuende, ...stamp });
	const group = { ...lead, actor: withSeat(hidden.people.winner, organisationId) };
	const told = { name: 'Werk', organisationId, network: undefined, year: lead.now.getUTCFullYear() };
	const input = { ...told, summary: `Es lebt: ${words.outcome}.`, progress: '', hurdles: '' };
	Object.assign(at, { organisationId, placeId: await tellOutcome(group, { id: at.option ?? '', input, values: {} }) });
}

async function openBox(hidden: Hidden): Promise<void> {
	await bringKeys(hidden, 'concepts');
	await numberThem(hidden);
}

/** Three sketches, of which one does not come into the second stage. */
async function sketches(hidden: Hidden): Promise<void> {
	const { at, words } = hidden;
	await open(hidden);
	await handIn(hidden, words.sketch);
	const passedOver = { name: words.passedOverGroup, contact: 'fern', title: 'Etwas anderes', word: words.passedOver, file: 'plan' };
	at.over = await write(hidden, { who: 'drafting', ...passedOver, isSent: true });
}

async function choose(hidden: Hidden): Promise<void> {
	const { as, at, words } = hidden;
	const [id, lead] = [at.id ?? '', as('lead')];
	const choices = [at.first, at.last, at.over].map((conceptId = '') => ({
		conceptId,
		isChosen: conceptId !== at.over,
		reason: conceptId === at.over ? `Es trägt nicht: ${words.choice}.` : 'Es trägt.'
	}));
	const { frozen } = await loadFrozen(lead, id);
	await inviteCandidates(lead, { id, input: { until: deadlineOf(frozen, 2) ?? as('lead', 60).now, choices } });
	const next = await lead.db.select({ id: concepts.id, fromId: concepts.fromId }).from(concepts).where(eq(concepts.procedureId, id));
	const nextOf = (from = '') => next.find(({ fromId }) => fromId === from)?.id ?? '';
	Object.assign(at, { sketch: at.first, first: nextOf(at.first), last: nextOf(at.last) });
	for (const known of ['firstNumber', 'lastNumber', 'overNumber']) delete at[known];
	const { winner, loser } = theirs(hidden);
	await fillAndSend(hidden, at.first ?? '', { ...winner, round: 2 });
	await fillAndSend(hidden, at.last ?? '', { ...loser, round: 2 });
}

async function recommend(hidden: Hidden): Promise<void> {
	const { as, at, words } = hidden;
	await lock(hidden);
	await bringKeys(hidden, 'offers');
	const reasons = new Map([[at.last ?? '', `Es fehlt: ${words.letter}.`]]);
	const input = { recommendation: `Dieses Haus: ${words.recommendation}.`, dissent: `Anders: ${words.dissent}.`, reasons };
	await recommendAward(as('lead'), { id: at.id ?? '', input });
}

const begin = (hidden: Hidden) => draft(hidden, 'single_stage');
const beginTwo = (hidden: Hidden) => draft(hidden, 'two_stage');
const finish = ({ as, at }: Hidden) => stepProcedure(as('lead'), { id: at.id ?? '', step: 'finish' });
const cancel = ({ as, at }: Hidden) => cancelProcedure(as('lead'), { id: at.id ?? '', reason: 'Das Haus steht unter Wasser.' });
const build = ({ as, at }: Hidden) => beginWorks(as('lead', 42), { id: at.id ?? '', on: today(as('lead', 42)) });
/** Without a look in between. */
const through =
	(...steps: readonly Phase['enter'][]): Phase['enter'] =>
	async (hidden) => {
		for (const step of steps) await step(hidden);
	};
const toOption = through(begin, finish, openAndHandIn, endDeadline, openBox, precheck, score, deliberate, recommend, decide, grant);

/** A state in which everybody looks around, entered from the one before with the commands of the product. */
export type Phase = { label: string; enter: (hidden: Hidden) => Promise<unknown> };
/** Procedures that everybody looks at, each on its own with words of its own. */
export const plays: readonly { title: string; phases: readonly Phase[] }[] = [
	{
		title: 'Vom Entwurf bis zur Nutzung',
		phases: [
			{ label: 'in Arbeit', enter: begin },
			{ label: 'fertig', enter: finish },
			{ label: 'veröffentlicht', enter: openAndHandIn },
			{ label: 'Abgabe beendet', enter: endDeadline },
			{ label: 'Vorprüfung', enter: through(openBox, precheck) },
			{ label: 'Einzelbewertung', enter: score },
			{ label: 'Jurysitzung', enter: deliberate },
			{ label: 'Empfehlung', enter: recommend },
			{ label: 'entschieden', enter: decide },
			{ label: 'Anhandgabe', enter: grant },
			{ label: 'Vertrag', enter: sign },
			{ label: 'Umsetzung', enter: build },
			{ label: 'in Nutzung', enter: use }
		]
	},
	{ title: 'Während der Anhandgabe aufgehoben', phases: [{ label: 'aufgehoben', enter: through(toOption, cancel) }] },
	{
		title: 'Zwei Stufen',
		phases: [
			{ label: 'Vorprüfung der Skizzen', enter: through(beginTwo, finish, sketches, endDeadline, openBox, precheckSketches) },
			{ label: 'zweite Stufe offen', enter: choose },
			{ label: 'Jurysitzung', enter: through(endDeadline, openBox, precheck, score, deliberate) },
			{ label: 'entschieden', enter: through(recommend, decide) }
		]
	}
];
