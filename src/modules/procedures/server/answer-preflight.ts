import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { answers as words, questionNames, questions, type Answers } from '../preflight.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

/** What was clarified, by whom it was said, and what is not of this house. Throws 401, 404, 409. */
export async function answerPreflight(ctx: Ctx, { id, version, given }: { id: string; version: number; given: Answers }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row }) => {
		const texts = questionNames.flatMap((name): [string, string][] => {
			const said = row.preflight[name];
			return said ? [[questions[name].question, [words[said.answer], said.note].filter(Boolean).join(': ')]] : [];
		});
		await refuseConflict(inside, row, { read: version, texts });
		await inside.db
			.update(procedures)
			.set({ preflight: given, version: version + 1 })
			.where(eq(procedures.id, id));
	});
}
