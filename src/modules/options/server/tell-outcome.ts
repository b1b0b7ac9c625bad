import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placeForm } from '#modules/places/forms.ts';
import { beginPlace } from '#modules/places/server/begin-place.ts';
import { saveFigures } from '#modules/places/server/save-figures.ts';
import { savePlace } from '#modules/places/server/save-place.ts';
import { places } from '#modules/places/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { OutcomeInput } from '../forms.ts';
import { holderFor } from './internal/holder-for.ts';
import { tellDesks } from './internal/tell-desk.ts';
import { options } from './tables.ts';

type Told = { id: string; input: OutcomeInput; /** By the key of an indicator, as typed. */ values: Record<string, string> };

async function houseOf({ db }: Pick<Ctx, 'db'>, procedureId: string) {
	const [house] = await db
		.select({ ags: properties.ags, slug: spaces.slug, title: properties.title })
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.leftJoin(spaces, eq(spaces.id, properties.id))
		.where(eq(procedures.id, procedureId));
	return house ?? { ags: '', slug: null, title: '' };
}

/** The house as a place of the group: a draft that the group finishes and publishes itself. */
async function placeFrom(ctx: Ctx, { input, values }: Told, house: { ags: string; slug: string | null }): Promise<string> {
	const { name, organisationId, network, summary, progress, hurdles, year } = input;
	const id = await beginPlace(ctx, { name, organisationId, ort: house.ags, network });
	const [row] = await ctx.db.select({ version: places.version }).from(places).where(eq(places.id, id));
	const words = {
		name,
		ort: house.ags,
		summary,
		progress,
		hurdles,
		house: house.slug ?? '',
		version: row?.version ?? 1,
		completionYear: String(year)
	};
	await savePlace(ctx, { id, input: placeForm.parse(words) });
	const told = Object.values(values).some((value) => value.trim());
	if (told) await saveFigures(ctx, { id, year, source: 'nach der Anhandgabe erzählt', values });
	return id;
}

/** What became of the house, told once by its group: a place of theirs with its figures, as a draft. Returns the id of the place. Throws 401, 403, 404, 409, 422. */
export function tellOutcome(ctx: Ctx, told: Told): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { option } = await holderFor(inside, { id: told.id }, { lock: true });
		if (!option.usedOn) throw refused('not-used', 'Das lässt sich erzählen, sobald das Haus in Nutzung ist. Die Kommune trägt das ein.');
		if (option.placeId) throw refused('told', 'Ihr habt es schon erzählt. Alles Weitere ändert Ihr am Ort selbst.');
		const house = await houseOf(inside, option.procedureId);
		const placeId = await placeFrom(inside, told, house);
		await db.update(options).set({ placeId, toldAt: ctx.now }).where(eq(options.id, option.id));
		await appendEntry(inside, { recordId: option.procedureId, kind: 'option.outcome_told', facts: { turn: option.turn } });
		const title = `${house.title}: was daraus geworden ist`;
		const text = `${option.holderName} erzählt: ${told.input.summary} Daraus kann eine Geschichte für andere Kommunen werden.`;
		await tellDesks(inside, [{ procedureId: option.procedureId, kind: 'option-outcome', about: option.id, title, text }]);
		return placeId;
	});
}
