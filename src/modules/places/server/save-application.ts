import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { parseGermanNumber } from '#lib/forms.ts';
import { isEditable, type Answers } from '../application.ts';
import { applicationFor, type InApplication } from './internal/application-for.ts';
import { placeApplications } from './tables.ts';

/** What somebody wrote under one criterion. */
export type CriterionAnswers = {
	id: string;
	number: number;
	applies: string[];
	texts: Record<string, string>;
	values: Record<string, string>;
};

async function editable(ctx: Ctx, id: string): Promise<InApplication> {
	const found = await applicationFor(ctx, id, 'edit');
	if (!isEditable(found.application.state))
		throw refused('not-editable', 'Die Bewerbung ist eingereicht und lässt sich gerade nicht ändern.');
	return found;
}

const longest = 4000;
const clean = (text: string | undefined) => (text ?? '').trim().slice(0, longest);

/** Keeps the answers of one criterion, so that several people of the group can work side by side on different ones. */
export async function saveAnswers(ctx: Ctx, { id, number, applies, texts, values }: CriterionAnswers): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { application, catalogue } = await editable({ ...ctx, db }, id);
		const criterion = catalogue.criteria.find((one) => one.number === number);
		if (!criterion) throw refused('no-criterion', 'Dieses Kriterium gibt es nicht.');
		const answers: Answers = { ...application.answers };
		const typed = { ...application.values };
		for (const { code, indicators } of criterion.categories) {
			answers[code] = { applies: applies.includes(code), text: clean(texts[code]) };
			for (const { key, kind } of indicators) {
				const value = clean(values[key]).slice(0, 400);
				if (value && (kind === 'number' || kind === 'share') && parseGermanNumber(value) === null)
					throw refused('no-number', `„${value}“ ist keine Zahl. Bitte zum Beispiel 12 oder 12,5.`, `value_${key}`);
				if (value) typed[key] = value;
				else delete typed[key];
			}
		}
		await db.update(placeApplications).set({ answers, values: typed, updatedAt: ctx.now }).where(eq(placeApplications.id, id));
	});
}

/** Keeps what stands around the criteria: the confirmed attitude and a word to the jury. */
export async function saveApplication(
	ctx: Ctx,
	{ id, attitude, message }: { id: string; attitude: boolean; message?: string }
): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { application } = await editable({ ...ctx, db }, id);
		const attitudeConfirmedAt = attitude ? (application.attitudeConfirmedAt ?? ctx.now) : null;
		await db
			.update(placeApplications)
			.set({ attitudeConfirmedAt, message: message ?? null, updatedAt: ctx.now })
			.where(eq(placeApplications.id, id));
	});
}
