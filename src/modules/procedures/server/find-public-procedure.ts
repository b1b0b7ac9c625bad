import { and, asc, eq, inArray } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { dayOf } from '#lib/calendar.ts';
import type { Block, Paper } from '#lib/server/pdf/blocks.ts';
import { notFound } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { changesOf, type Change } from '../amendment.ts';
import { callBlocks, callLead } from '../call.ts';
import { stateAt } from '../open.ts';
import type { MoveName } from '../way.ts';
import { accent, type ProcedureFile } from './find-call.ts';
import { pageIs, shownPage, type PageRow } from './internal/page.ts';
import { listAnswers, type PublicAnswer } from './list-questions.ts';
import { listPublicViewings, type PublicViewing } from './list-viewings.ts';
import { procedureFollowers, procedurePages } from './publication-tables.ts';
import { procedureCalls, procedureFiles, procedures, procedureSteps } from './tables.ts';

/** A version of the call, with what is different from the one before; the first has no changes. */
export type Version = { version: number; hash: string; at: Date; reason: string | null; changes: Change[] };

/** Every version that was published, the newest first. The caller has asked who reads. */
export async function listVersions(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<Version[]> {
	const { version, hash, at, reason, frozen } = procedureCalls;
	const rows = await ctx.db
		.select({ version, hash, at, reason, frozen })
		.from(procedureCalls)
		.where(eq(procedureCalls.procedureId, procedureId))
		.orderBy(asc(version));
	return rows
		.map(({ frozen, ...row }, n) => {
			const before = rows[n - 1];
			return { ...row, changes: before ? changesOf(before.frozen, frozen) : [] };
		})
		.reverse();
}

/** The moves whose reason everybody reads. */
const explained: readonly MoveName[] = ['cancel', 'extend', 'lapse'];

export type PublicProcedure = Omit<PageRow, 'withheldAt'> & {
	/** The house where everybody sees it, if they do. */
	space: Pick<typeof spaces.$inferSelect, 'slug' | 'picture'> | null;
	versions: Version[];
	answers: PublicAnswer[];
	viewings: PublicViewing[];
	/** The procedure in which it goes on. */
	next: { slug: string; title: string } | null;
	reasons: { step: string; reason: string | null; at: Date }[];
	isFollowing: boolean;
	now: Date;
};

async function pageFor(ctx: Pick<Ctx, 'db' | 'now'>, key: string): Promise<Omit<PageRow, 'withheldAt'>> {
	const [found] = await ctx.db.select().from(procedurePages).where(pageIs(key));
	if (!found) throw notFound('Dieses Verfahren gibt es hier nicht.');
	const { withheldAt: _, ...page } = found;
	return { ...page, state: stateAt(page, ctx.now) };
}

/** A published procedure by slug or id, with everything that everybody may know, and what concerns whoever asks. Throws 404. */
export async function findPublicProcedure(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, key: string): Promise<PublicProcedure> {
	const page = await pageFor(ctx, key);
	const { procedureId: id } = page;
	const [space] = await ctx.db.select({ slug: spaces.slug, picture: spaces.picture }).from(spaces).where(eq(spaces.id, page.propertyId));
	const [next] = await ctx.db
		.select({ slug: procedurePages.slug, title: procedurePages.title })
		.from(procedurePages)
		.innerJoin(procedures, eq(procedures.id, procedurePages.procedureId))
		.where(and(eq(procedures.repeats, id), shownPage))
		.limit(1);
	const { step, reason, at } = procedureSteps;
	const reasons = await ctx.db
		.select({ step, reason, at })
		.from(procedureSteps)
		.where(and(eq(procedureSteps.procedureId, id), inArray(step, [...explained])))
		.orderBy(asc(at));
	const mine = and(eq(procedureFollowers.procedureId, id), eq(procedureFollowers.personId, ctx.actor?.id ?? id));
	return {
		...{ ...page, space: space ?? null, versions: await listVersions(ctx, id), answers: await listAnswers(ctx, id), reasons },
		next: next ?? null,
		...{ viewings: await listPublicViewings(ctx, id), now: ctx.now },
		isFollowing: ctx.actor !== null && (await ctx.db.$count(procedureFollowers, mine)) > 0
	};
}

const text = (value: string): Block => ({ kind: 'text', text: value });
const heading = (value: string): Block => ({ kind: 'heading', text: value, level: 2 });

function appendix({ answers, versions, hash, version }: PublicProcedure): Block[] {
	const later = versions.filter(({ changes }) => changes.length);
	return [
		...(answers.length ? [heading('Fragen und Antworten')] : []),
		...answers.map((one): Block => ({
			kind: 'facts',
			items: [
				[`Frage ${one.number}`, one.question],
				['Antwort', one.answer]
			]
		})),
		...(later.length ? [heading('Was sich geändert hat')] : []),
		...later.flatMap(({ version, at, reason, changes }): Block[] => [
			text(`Fassung ${version}, ${momentText(at)}. ${reason ?? ''}`),
			{
				kind: 'table',
				columns: [
					{ title: 'Was', share: 1 },
					{ title: 'Bisher', share: 1 },
					{ title: 'Jetzt', share: 1 }
				],
				rows: changes.map(({ where, what, before, after }) => [`${where}: ${what}`, before || 'nicht genannt', after || 'entfällt'])
			}
		]),
		heading('Prüfzeichen'),
		text(`Fassung ${version}. SHA-256 über Kriterien, Gewichte, Bedingungen, Preisregel und Fristen: ${hash}`)
	];
}

/** The call as everybody may print it, with answers, amendments and its hash. Throws 404. */
export async function findPublicPaper(ctx: Ctx, key: string): Promise<Paper> {
	const found = await findPublicProcedure({ ...ctx, actor: null }, key);
	const { content, isDemo, title, town } = found;
	const demo = isDemo ? [text('Beispiel: Haus und Verfahren sind erfunden.')] : [];
	return {
		...{ title, date: dayOf(found.changedAt), sender: { name: town }, accent, lead: callLead(content) },
		blocks: [...demo, ...callBlocks(content), ...appendix(found)],
		footer: [[town], [title]]
	};
}

/** A paper of a published call. Throws 404. */
export async function findPublicFile(ctx: Pick<Ctx, 'db'>, { slug, fileId }: { slug: string; fileId: string }): Promise<ProcedureFile> {
	const { key, contentType, title } = procedureFiles;
	const [file] = isUuid(fileId)
		? await ctx.db
				.select({ key, contentType, title })
				.from(procedureFiles)
				.innerJoin(procedurePages, eq(procedurePages.procedureId, procedureFiles.procedureId))
				.where(and(eq(procedureFiles.id, fileId), eq(procedurePages.slug, slug), shownPage))
		: [];
	if (!file) throw notFound('Diese Anlage gibt es nicht.');
	return file;
}
