import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { newId } from '#lib/server/id.ts';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Store } from '#lib/server/store.ts';
import { momentText } from '#lib/text/berlin.ts';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { inState } from '../policy.ts';
import { loadWholePanel } from './internal/load-panel.ts';
import { settleState } from './internal/settle-state.ts';
import { storeUpload, type Upload } from './internal/store-upload.ts';
import { candidateFiles, supplements } from './tables.ts';

type Answering = { conceptId: string; supplementId: string; answer: string; uploads: readonly Upload[]; store: Store };
const mostFiles = 5;

/** The request, held, for whoever writes the concept; 404 for everybody else. */
async function askedOf(ctx: Ctx, conceptId: string, supplementId: string) {
	if (!ctx.actor) throw unauthenticated();
	if (!isUuid(conceptId) || !isUuid(supplementId)) throw notFound();
	const [row] = await ctx.db
		.select({ asked: supplements })
		.from(supplements)
		.innerJoin(conceptMembers, and(eq(conceptMembers.conceptId, supplements.conceptId), eq(conceptMembers.personId, ctx.actor.id)))
		.where(and(eq(supplements.id, supplementId), eq(supplements.conceptId, conceptId)))
		.for('update', { of: supplements });
	if (!row) throw notFound();
	return row.asked;
}

function whyNot({ until, answeredAt }: { until: Date; answeredAt: Date | null }, now: Date): void {
	if (answeredAt) throw refused('answered', 'Darauf habt Ihr schon geantwortet. Was fehlt, fragt die Kommune noch einmal nach.');
	if (now > until) throw refused('too-late', `Die Frist ist am ${momentText(until)} abgelaufen. Bitte wendet Euch an die Kommune.`);
}

/** A group hands in what was missing: text, files, or both. It is added and recorded; nothing that was handed in changes. Throws 401, 404, 409, 422. */
export async function answerSupplement(ctx: Ctx, { conceptId, supplementId, answer, uploads, store }: Answering): Promise<void> {
	const wanted = await askedOf(ctx, conceptId, supplementId);
	whyNot(wanted, ctx.now);
	inState(await loadWholePanel(ctx, wanted.procedureId), 'precheck');
	if (!answer && !uploads.length) throw refused('nothing', 'Bitte schreibt etwas oder hängt eine Datei an.', 'answer');
	if (uploads.length > mostFiles) throw refused('too-many', `Bitte höchstens ${mostFiles} Dateien auf einmal.`, 'file');
	const files: Awaited<ReturnType<typeof storeUpload>>[] = [];
	for (const upload of uploads) files.push(await storeUpload(store, upload));
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const asked = await askedOf(inside, conceptId, supplementId);
		whyNot(asked, ctx.now);
		const panel = await loadWholePanel(inside, asked.procedureId);
		inState(panel, 'precheck');
		const by = ctx.actor?.id ?? null;
		await db.update(supplements).set({ answer, answeredBy: by, answeredAt: ctx.now }).where(eq(supplements.id, supplementId));
		if (files.length)
			await db
				.insert(candidateFiles)
				.values(files.map((file) => ({ id: newId(), conceptId, supplementId, ...file, byPersonId: by, at: ctx.now })));
		await settleState(inside, panel, conceptId);
		const number = panel.concepts.find(({ id }) => id === conceptId)?.number ?? 0;
		const sealed = { answer, files: files.map(({ sha256 }) => sha256) };
		await appendEntry(inside, { recordId: asked.procedureId, kind: 'supplement.answered', facts: { concept: number }, sealed });
	});
}
