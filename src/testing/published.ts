import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Content } from '#modules/concepts/concept.ts';
import { conceptContents, conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import { candidates, reviews, reviewScores, scoreLocks } from '#modules/judging/server/tables.ts';
import { awardPlaces, awards } from '#modules/awards/server/tables.ts';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import type { State } from '#modules/procedures/procedure.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { findMembers } from '#modules/procedures/server/find-procedure.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { saveGrant } from '#modules/procedures/server/save-grant.ts';
import { saveMember } from '#modules/procedures/server/save-member.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedurePages } from '#modules/procedures/server/publication-tables.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { openerKeys } from '#modules/seals/server/tables.ts';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Stage } from './access/access.ts';
import { cast, type CastName } from './cast.ts';
import { grantInput } from './light.ts';
import { basics, plantProcedure } from './procedures.ts';

/** Ines leads, Friedrich checks first, Oskar, Katrin and Mara are the jury, a clerk without an account keeps the council's papers. Renate administers and has no part in it. Amira, Jonas and Hanna hand in. */
export const jury = ['oskar', 'katrin', 'mara'] as const satisfies readonly CastName[];
export const applicants = ['amira', 'jonas', 'hanna'] as const satisfies readonly CastName[];
export const openers = ['ines', 'friedrich', 'oskar'] as const satisfies readonly CastName[];

export type Published = {
	id: string;
	slug: string;
	houseId: string;
	deadline: Date;
	memberOf: Record<string, string>;
	keys: Record<string, string>;
};

/** A procedure of Angermünde that is finished, with three openers and their private keys. */
export async function plantReady(stage: Stage, over: Parameters<typeof basics>[0] = {}) {
	const { id, houseId } = await plantProcedure(stage);
	const ines = stage.as('ines');
	await changeProcedure(ines, { id, input: basics({ version: 1, kind: 'single_stage', ...over }) });
	if (over.kind === 'room_grant') await saveGrant(ines, { id, input: grantInput({ version: '2' }) });
	const named = { hasVote: false, isOpener: false, deputyFor: null, affiliation: '', jurorKind: null };
	const enter = (who: CastName, more: object) =>
		saveMember(ines, { id, input: { ...named, role: 'juror', name: cast[who].name, email: cast[who].email, ...more } });
	await enter('friedrich', { role: 'pre_checker' });
	await enter('renate', { role: 'clerk', name: 'Clara Blume', email: undefined });
	for (const who of jury) await enter(who, { jurorKind: 'locals', hasVote: true });
	const isOpener = inArray(
		procedureMembers.email,
		openers.map((who) => cast[who].email)
	);
	await stage.db
		.update(procedureMembers)
		.set({ isOpener: true })
		.where(and(eq(procedureMembers.procedureId, id), isOpener));
	const keys: Record<string, string> = {};
	for (const who of openers) {
		keys[who] = await generateX25519Identity();
		const recipient = await identityToRecipient(keys[who]);
		await ines.db.insert(openerKeys).values({ id: newId(), subjectId: id, personId: cast[who].id, recipient, createdAt: ines.now });
	}
	const opening = inArray(
		procedureMembers.email,
		openers.map((who) => cast[who].email)
	);
	await stage.db
		.update(procedureMembers)
		.set({ isOpener: true })
		.where(and(eq(procedureMembers.procedureId, id), opening));
	await stepProcedure(ines, { id, step: 'finish' });
	return { id, houseId, keys };
}

/** The same, published. */
export async function plantOpenProcedure(stage: Stage, over: Parameters<typeof basics>[0] = {}): Promise<Published> {
	const { id, houseId, keys } = await plantReady(stage, over);
	const ines = stage.as('ines');
	const slug = await publishProcedure(ines, { id });
	const { members } = await findMembers(ines, id);
	const memberOf = Object.fromEntries(
		members.map(({ id, email }) => [Object.values(cast).find((one) => one.email === email)?.name ?? '', id])
	);
	const [row] = await ines.db.select().from(procedures).where(eq(procedures.id, id));
	return { id, slug, houseId, deadline: row?.deadline ?? new Date(NaN), memberOf, keys };
}

/** Puts a procedure into a state without the way there: for tests of what comes after it. */
export async function putInto({ db }: Stage, id: string, state: State): Promise<void> {
	await db.update(procedures).set({ state }).where(eq(procedures.id, id));
	await db.update(procedurePages).set({ state }).where(eq(procedurePages.procedureId, id));
}

/** A concept as it lies there after the opening. */
export const contentOf = (over: Partial<Content> & Pick<Content, 'procedure' | 'concept'>): Content => ({
	...{ format: 'gestaltungsraum-konzept', version: 1, round: 1, title: 'Werkhof', summary: 'Werkstätten und ein Café.' },
	applicant: { kind: 'group', name: 'Werkhof in Gründung', contact: 'Amira Haddad', email: cast.amira.email, phone: '', members: 7 },
	...{ answers: {}, costs: null, files: [] },
	...over
});

/** The same procedure after the opening, with a concept of each applicant, in the state that is asked for. Returns the ids of the concepts by cast name. */
export async function plantOpened(stage: Stage, state: State = 'precheck', over: Parameters<typeof basics>[0] = {}) {
	const published = await plantOpenProcedure(stage, over);
	const conceptOf: Record<string, string> = {};
	for (const [n, who] of applicants.entries()) {
		const id = newId();
		conceptOf[who] = id;
		const at = new Date(published.deadline.getTime() - 3_600_000);
		const row = {
			id,
			procedureId: published.id,
			number: n + 1,
			state: 'opened',
			createdAt: at,
			updatedAt: at,
			submittedAt: at,
			openedAt: published.deadline
		} as const;
		await stage.db.insert(concepts).values(row);
		await stage.db.insert(conceptMembers).values({ conceptId: id, personId: cast[who].id, role: 'lead', joinedAt: at });
		const content = contentOf({
			procedure: published.id,
			concept: id,
			title: `Konzept von ${cast[who].name}`,
			applicant: { kind: 'group', name: `Gruppe ${cast[who].name}`, contact: cast[who].name, email: cast[who].email, phone: '', members: 5 }
		});
		await stage.db.insert(conceptContents).values({ conceptId: id, content, openedAt: published.deadline });
		await stage.db
			.insert(candidates)
			.values({ conceptId: id, procedureId: published.id, state: state === 'precheck' ? 'unchecked' : 'valid' });
	}
	await putInto(stage, published.id, state);
	return { ...published, conceptOf };
}

/** The same with points of the whole jury for every concept: the first applicant gets the most, the last the least. */
export async function plantScored(stage: Stage, state: State = 'deliberation', over: Parameters<typeof basics>[0] = {}) {
	const opened = await plantOpened(stage, state, over);
	const { frozen } = await loadFrozen(stage.as('ines'), opened.id);
	const at = new Date(opened.deadline.getTime() + 86_400_000);
	for (const [rank, who] of applicants.entries())
		for (const juror of jury) {
			const reviewId = newId();
			const [conceptId, memberId] = [opened.conceptOf[who] ?? '', opened.memberOf[cast[juror].name] ?? ''];
			await stage.db
				.insert(reviews)
				.values({ id: reviewId, procedureId: opened.id, conceptId, memberId, state: 'submitted', confidence: 2, submittedAt: at });
			const scores = frozenLeaves(frozen).map(({ id, levels }) => {
				const points = levels[Math.max(0, levels.length - 1 - rank)]?.points ?? 0;
				return { id: newId(), reviewId, leafId: id, points, reason: `${cast[juror].name} findet das.`, at };
			});
			await stage.db.insert(reviewScores).values(scores);
		}
	return opened;
}

/** The same, with all points locked. */
export async function plantLocked(stage: Stage, over: Parameters<typeof basics>[0] = {}) {
	const scored = await plantScored(stage, 'deliberation', over);
	await stage.db.insert(scoreLocks).values({ id: newId(), procedureId: scored.id, lockedAt: stage.as(null).now });
	return scored;
}

/** The same, decided: the first gets it, the second waits. */
export async function plantAward(stage: Stage, state: State = 'decided', over: Parameters<typeof basics>[0] = {}) {
	const scored = await plantScored(stage, state, over);
	const decidedAt = stage.as(null).now;
	const decided = {
		body: 'Stadtverordnetenversammlung',
		decidedOn: '2026-11-20',
		reasons: 'Weil es trägt.',
		decidedAt,
		standstillUntil: decidedAt
	};
	await stage.db.insert(awards).values({ procedureId: scored.id, recommendation: 'Werkhof', recommendedAt: decidedAt, ...decided });
	const outcomes = ['awarded', 'reserve', 'not_awarded'] as const;
	const places = applicants.map((who, n) => ({
		procedureId: scored.id,
		conceptId: scored.conceptOf[who] ?? '',
		rank: n + 1,
		outcome: outcomes[n] ?? 'not_awarded'
	}));
	await stage.db.insert(awardPlaces).values(places);
	return scored;
}
