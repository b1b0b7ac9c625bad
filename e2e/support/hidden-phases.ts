import { eq, sql } from 'drizzle-orm';
import { decideAward } from '#modules/awards/server/decide-award.ts';
import { listObjections } from '#modules/awards/server/list-objections.ts';
import { raiseObjection } from '#modules/awards/server/raise-objection.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import { answerObjection } from '#modules/awards/server/settle-objection.ts';
import { conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import { grantForm } from '#modules/options/forms.ts';
import { grantOption } from '#modules/options/server/grant-option.ts';
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
import { basics, plantProcedure } from '../../src/testing/procedures.ts';
import { deliberate, lock, precheck, score } from './hidden-judging.ts';
import { bringKeys, endDeadline, pdfOf, photo, seat, stageOf, today, write, type Hidden } from './hidden-play.ts';

async function draft(hidden: Hidden): Promise<void> {
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
	await changeProcedure(lead, { id, input: basics({ kind: 'single_stage', goal: `Das Dorf trifft sich: ${words.draft}.`, ...price }) });
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
	const theirs = { name: words.group, contact: words.contact, title: words.title, word: words.text, file: words.file };
	at.first = await write(hidden, { who: 'winner', ...theirs, isSent: true });
	const lost = { name: words.loser, contact: 'jemand', title: words.loserTitle, word: words.loserText, file: 'plan' };
	at.last = await write(hidden, { who: 'loser', ...lost, isSent: true });
	at.unsent = await write(hidden, {
		who: 'drafting',
		name: 'Nie',
		contact: 'niemand',
		title: words.unsent,
		word: words.unsent,
		file: 'plan',
		isSent: false
	});
	const writer = { conceptId: at.first, personId: people.writer.id, role: 'writer', joinedAt: new Date() } as const;
	await lead.db.insert(conceptMembers).values(writer);
}

async function numberThem({ as, at }: Hidden): Promise<void> {
	const rows = await as(null)
		.db.select({ id: concepts.id, number: concepts.number })
		.from(concepts)
		.where(eq(concepts.procedureId, at.id ?? ''));
	const numberOf = (id = '') => String(rows.find((row) => row.id === id)?.number ?? 0);
	Object.assign(at, { firstNumber: numberOf(at.first), lastNumber: numberOf(at.last) });
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

/** From one phase into the next, each with the commands of the product. */
export const phases = {
	draft: { label: 'in Arbeit', enter: draft },
	ready: { label: 'fertig', enter: ({ as, at }: Hidden) => stepProcedure(as('lead'), { id: at.id ?? '', step: 'finish' }) },
	open: { label: 'veröffentlicht', enter: open },
	closed: { label: 'Abgabe beendet', enter: endDeadline },
	precheck: {
		label: 'Vorprüfung',
		enter: async (hidden: Hidden) => {
			await bringKeys(hidden, 'concepts');
			await numberThem(hidden);
			await precheck(hidden);
		}
	},
	scoring: { label: 'Einzelbewertung', enter: score },
	deliberation: { label: 'Jurysitzung', enter: deliberate },
	recommended: {
		label: 'Empfehlung',
		enter: async (hidden: Hidden) => {
			const { as, at, words } = hidden;
			await lock(hidden);
			await bringKeys(hidden, 'offers');
			const reasons = new Map([[at.last ?? '', `Es fehlt: ${words.letter}.`]]);
			const input = { recommendation: `Dieses Haus: ${words.recommendation}.`, dissent: `Anders: ${words.dissent}.`, reasons };
			await recommendAward(as('lead'), { id: at.id ?? '', input });
		}
	},
	decided: { label: 'entschieden', enter: decide },
	option: { label: 'Anhandgabe', enter: grant },
	cancelled: {
		label: 'aufgehoben',
		enter: ({ as, at }: Hidden) => cancelProcedure(as('lead'), { id: at.id ?? '', reason: 'Das Haus steht unter Wasser.' })
	}
} as const satisfies Record<string, { label: string; enter: (hidden: Hidden) => Promise<unknown> }>;
export type Phase = keyof typeof phases;
export const phaseNames = Object.keys(phases) as Phase[];
