import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import type { Draft } from '../concept.ts';
import type { CostsInput, TextsInput } from '../forms.ts';
import { costParts, costPartNames, euroOf } from '../costs.ts';
import { sheetOf, type Sheet } from '../sheet.ts';
import { conceptForWriter, draftOf, touched } from './internal/concept-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { concepts } from './tables.ts';

/** What the page of texts writes. */
export const textsOf = ({ title, summary, applicant, answers }: Draft) => ({ title, summary, applicant, answers });
/** What the page of costs writes. */
export const moneyOf = ({ costs, offerCents }: Draft) => ({ costs, offerCents });

function labelled({ title, summary, applicant, answers }: Draft, sheet: Sheet): [string, string][] {
	const fields = sheet.fields.map(({ key, title }): [string, string] => [title, answers[key] ?? '']);
	return [['Titel', title], ['Zusammenfassung', summary], ['Wer abgibt', applicant.name], ...fields].filter(([, text]) => text) as [
		string,
		string
	][];
}

/** Saves the texts; every word stays, whether it fits or not. Two people at once: the second gets 409 with both texts. Throws 401, 404, 409. */
export async function saveTexts(ctx: Ctx, { id, input }: { id: string; input: TextsInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForWriter(inside, id, { lock: true });
		const draft = draftOf(ctx, held);
		const sheet = sheetOf((await loadFrozen(inside, held.procedure.id)).frozen, held.row.round);
		const asked = new Set(sheet.fields.map(({ key }) => key));
		const { title, summary, applicantName, contact, email, phone, members } = input;
		const wanted = {
			...{ title, summary },
			applicant: { kind: draft.applicant.kind, name: applicantName, contact, email, phone, members },
			answers: Object.fromEntries(Object.entries(input.answers).filter(([key]) => asked.has(key)))
		};
		const about = { read: input.mark, now: textsOf(draft), wanted, updatedBy: held.row.updatedBy, texts: labelled(draft, sheet) };
		await refuseConflict(inside, about);
		await db
			.update(concepts)
			.set({ ...touched(ctx, held.row), draft: { ...draft, ...wanted } })
			.where(eq(concepts.id, id));
	});
}

/** The same for the costs and the price. Throws 401, 404, 409. */
export async function saveCosts(ctx: Ctx, { id, input }: { id: string; input: CostsInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForWriter(inside, id, { lock: true });
		const draft = draftOf(ctx, held);
		const sheet = sheetOf((await loadFrozen(inside, held.procedure.id)).frozen, held.row.round);
		const wanted = { costs: input.costs, offerCents: sheet.offerUnit ? input.offerCents : null };
		const texts = costPartNames.flatMap((part): [string, string][] =>
			(draft.costs?.[part] ?? []).map(({ text, cents }) => [costParts[part], `${text}: ${euroOf(cents)}`])
		);
		await refuseConflict(inside, { read: input.mark, now: moneyOf(draft), wanted, updatedBy: held.row.updatedBy, texts });
		await db
			.update(concepts)
			.set({ ...touched(ctx, held.row), draft: { ...draft, ...wanted } })
			.where(eq(concepts.id, id));
	});
}
