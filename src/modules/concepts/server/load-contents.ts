import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { loadOpenedSeal } from '#modules/seals/server/find-seal.ts';
import type { Content } from '../concept.ts';
import { conceptContents, conceptFiles, conceptMembers, concepts } from './tables.ts';

export type OpenedConcept = {
	id: string;
	round: number;
	number: number;
	submittedAt: Date | null;
	content: Content;
	offerCents: number | null;
};

/** The concepts of one procedure as they were handed in, by number. The caller has asked who reads. Nothing before the opening. */
export async function loadContents(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<OpenedConcept[]> {
	const rows = await ctx.db
		.select({
			...{ id: concepts.id, round: concepts.round, number: concepts.number, submittedAt: concepts.submittedAt },
			...{ content: conceptContents.content, offerCents: conceptContents.offerCents }
		})
		.from(conceptContents)
		.innerJoin(concepts, eq(concepts.id, conceptContents.conceptId))
		.where(and(eq(concepts.procedureId, procedureId), isNotNull(concepts.number)))
		.orderBy(asc(concepts.round), asc(concepts.number));
	return rows.map(({ number, ...row }) => ({ ...row, number: number ?? 0 }));
}

export type ReadFile = { name: string; contentType: string; bytes: Uint8Array };
type Asked = { store: Store; conceptId: string; fileId: string };

/** A file of an opened concept, in clear. The caller has asked who reads. Throws 404. */
export async function findConceptFile(ctx: Pick<Ctx, 'db'>, { store, conceptId, fileId }: Asked): Promise<ReadFile> {
	if (!isUuid(conceptId) || !isUuid(fileId)) throw notFound();
	const [found] = await ctx.db
		.select({ key: conceptFiles.key, procedureId: concepts.procedureId, round: concepts.round, content: conceptContents.content })
		.from(conceptFiles)
		.innerJoin(concepts, eq(concepts.id, conceptFiles.conceptId))
		.innerJoin(conceptContents, eq(conceptContents.conceptId, conceptFiles.conceptId))
		.where(and(eq(conceptFiles.id, fileId), eq(conceptFiles.conceptId, conceptId)));
	const about = found?.content.files.find(({ id }) => id === fileId);
	if (!found || !about) throw notFound();
	const open = await loadOpenedSeal(ctx, { subjectId: found.procedureId, round: found.round, kind: 'concepts' });
	const locked = await store.get(found.key);
	const bytes = open && locked && (await open(locked));
	if (!bytes) throw notFound('Diese Datei lässt sich nicht öffnen.');
	return { name: about.name, contentType: about.contentType, bytes };
}

/** What several concepts of one procedure share: the numbers of the concepts, and what is the same. */
export type Duplicate = { what: 'mail' | 'name' | 'person' | 'organisation'; numbers: number[] };

/** Hints that somebody may have handed in twice, for whoever checks first. Only after the opening; the caller has asked who reads. */
export async function listDuplicates(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<Duplicate[]> {
	const opened = await loadContents(ctx, procedureId);
	const rows = await ctx.db
		.select({ id: concepts.id, organisationId: concepts.organisationId, personId: conceptMembers.personId })
		.from(concepts)
		.leftJoin(conceptMembers, eq(conceptMembers.conceptId, concepts.id))
		.where(and(eq(concepts.procedureId, procedureId), eq(concepts.state, 'opened')));
	const last = Math.max(0, ...opened.map(({ round }) => round));
	const here = opened.filter(({ round }) => round === last);
	const found = new Map<string, Set<number>>();
	const note = (what: Duplicate['what'], same: string | null, number: number) => {
		const key = `${what} ${same?.trim().toLowerCase() ?? ''}`;
		if (same?.trim()) found.set(key, (found.get(key) ?? new Set()).add(number));
	};
	for (const { id, number, content } of here) {
		note('mail', content.applicant.email, number);
		note('name', content.applicant.name, number);
		for (const { organisationId, personId } of rows.filter((row) => row.id === id)) {
			note('organisation', organisationId, number);
			note('person', personId, number);
		}
	}
	return [...found].flatMap(([key, numbers]) =>
		numbers.size > 1 ? [{ what: key.split(' ')[0] as Duplicate['what'], numbers: [...numbers].sort((a, b) => a - b) }] : []
	);
}
