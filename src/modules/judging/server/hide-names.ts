import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { asChecker, conceptFor, inState } from '../policy.ts';
import { wordsOf } from '../redact.ts';
import { setCandidate } from './internal/candidate-row.ts';
import { changingPanel, loadPanel } from './internal/load-panel.ts';
import { loadSource } from './internal/load-source.ts';
import { storeUpload, type Upload } from './internal/store-upload.ts';
import { changedMeanwhile } from './save-checks.ts';
import { candidateFiles } from './tables.ts';

type Hiding = { id: string; number: number; input: { version: number; words: string; released: string[] } };

/** Says what the jury does not read in the first reading, and which files it may see all the same. Throws 401, 404, 409. */
export async function hideNames(ctx: Ctx, { id, number, input }: Hiding): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asChecker(panel);
		inState(panel, 'precheck');
		const concept = conceptFor(panel, number, 'precheck');
		if (input.version !== concept.version) throw refused('changed-meanwhile', changedMeanwhile);
		const { source } = await loadSource(inside, panel, concept);
		const known = new Set([...source.content.files, ...source.supplements.flatMap(({ files }) => files)].map((file) => file.id));
		const releasedFiles = input.released.filter((fileId) => known.has(fileId));
		const hiddenWords = wordsOf(input.words);
		await setCandidate(inside, { procedureId: id, conceptId: concept.id }, { hiddenWords, releasedFiles, hiddenAt: ctx.now });
		await appendEntry(inside, {
			recordId: id,
			kind: 'candidate.redacted',
			facts: { concept: number },
			sealed: { hiddenWords, releasedFiles }
		});
	});
}

/** Puts a copy without names in the place of a file. Throws 401, 404, 409, 422. */
export async function replaceFile(
	ctx: Ctx,
	{ id, number, fileId, upload, store }: { id: string; number: number; fileId: string; upload: Upload | undefined; store: Store }
): Promise<void> {
	const before = await loadPanel(ctx, id);
	asChecker(before);
	const { source } = await loadSource(ctx, before, conceptFor(before, number, 'precheck'));
	if (!source.content.files.some((file) => file.id === fileId)) throw notFound();
	const file = await storeUpload(store, upload);
	await changingPanel(ctx, id, async (inside, panel) => {
		inState(panel, 'precheck');
		const concept = conceptFor(panel, number, 'precheck');
		await inside.db.delete(candidateFiles).where(and(eq(candidateFiles.conceptId, concept.id), eq(candidateFiles.replaces, fileId)));
		await inside.db
			.insert(candidateFiles)
			.values({ ...{ id: newId(), conceptId: concept.id, replaces: fileId }, ...file, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
		await appendEntry(inside, {
			recordId: id,
			kind: 'candidate.file_replaced',
			facts: { concept: number },
			sealed: { fileId, sha256: file.sha256 }
		});
	});
}
