import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { dayOf } from '#lib/calendar.ts';
import type { Block, Paper } from '#lib/server/pdf/blocks.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { callBlocks, callLead, type Call } from '../call.ts';
import { states } from '../procedure.ts';
import { loadCall, type CallFileRow } from './internal/load-call.ts';
import { loadPage } from './internal/page.ts';
import { procedureToRead, type Held } from './internal/procedure-for.ts';
import { procedureFiles } from './tables.ts';

export type { CallFileRow };
export const accent = '#8d3b24';

export type FoundCall = { lead: string; blocks: Block[]; files: CallFileRow[] };

/** As it was published, or as the draft stands. */
async function callOf(ctx: Ctx, held: Held): Promise<Omit<Call, 'files'> & { files: CallFileRow[] }> {
	const page = await loadPage(ctx, held.row.id);
	return page?.content ?? loadCall(ctx, held);
}

/** The call as a page, for the office and, once it is finished, for whoever is named in it. Throws 401 and 404. */
export async function findCall(ctx: Ctx, id: string): Promise<FoundCall> {
	const call = await callOf(ctx, await procedureToRead(ctx, id));
	return { lead: callLead(call), blocks: callBlocks({ ...call, files: [] }), files: call.files };
}

/** The same as a paper. As long as it is in work it says so. Throws 401 and 404. */
export async function findCallPaper(ctx: Ctx, id: string): Promise<Paper> {
	const found = await procedureToRead(ctx, id);
	const call = await callOf(ctx, found);
	const { row, house } = found;
	const isInWork = row.state === 'draft' || row.state === 'discarded';
	const stand = isInWork ? [{ kind: 'text' as const, text: `Stand: ${states[row.state]}. Noch nicht zur Weitergabe.` }] : [];
	const demo = row.isDemo ? [{ kind: 'text' as const, text: 'Beispiel: Haus und Verfahren sind erfunden.' }] : [];
	return {
		...{ title: row.title, date: dayOf(row.updatedAt), sender: { name: house.town }, accent, lead: callLead(call) },
		blocks: [...demo, ...stand, ...callBlocks(call)],
		footer: [[house.town], [row.title]]
	};
}

export type ProcedureFile = { key: string; contentType: string; title: string };

/** A paper attached to a call, for whoever reads the call. Throws 401 and 404. */
export async function findProcedureFile(ctx: Ctx, { id, fileId }: { id: string; fileId: string }): Promise<ProcedureFile> {
	await procedureToRead(ctx, id);
	const [file] = isUuid(fileId) ? await ctx.db.select().from(procedureFiles).where(eq(procedureFiles.id, fileId)) : [];
	if (!file || file.procedureId !== id) throw notFound();
	return { key: file.key, contentType: file.contentType, title: file.title };
}
