import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { euro } from '#lib/text/german.ts';
import { opennessOf } from '../frozen.ts';
import type { BasicsInput } from '../forms.ts';
import { decidingBodies, kinds, priceRules, tieRules, transfers } from '../procedure.ts';
import { hasOwner } from '../policy.ts';
import { weightText } from '../weights.ts';
import type { Theirs } from '../conflict.ts';
import { changeDraft, type ProcedureRow } from './internal/procedure-for.ts';
import { keepUnits } from './internal/keep-units.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

const textsOf = (row: ProcedureRow): Theirs['texts'] => [
	['Name', row.title],
	['Art', kinds[row.kind]],
	['Form', transfers[row.transfer]],
	['Ziel', row.goal],
	['Bedingungen', row.terms],
	['Bewerbung', row.handIn],
	[
		'Preis',
		`${priceRules[row.priceRule]}${row.priceCents === null ? '' : `, ${euro(row.priceCents / 100)}`}, Anteil ${weightText(row.priceShare)} %`
	],
	['Wer entscheidet', decidingBodies[row.decidingBody]],
	['Bei gleichen Punkten', tieRules[row.tieRule]],
	['Erste Lesung', row.isBlind ? 'ohne Namen' : 'mit Namen'],
	['Vom Ergebnis lesen alle', opennessOf(row.kind)[row.openness]],
	['Auftrag', row.mandate ?? '']
];

/** What it is about, how it is given, for what price and who decides. Throws 401, 404, 409 (with both texts when somebody was faster), 422. */
export async function changeProcedure(ctx: Ctx, { id, input }: { id: string; input: BasicsInput }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row, house }) => {
		await refuseConflict(inside, row, { read: input.version, texts: textsOf(row) });
		const { price, priceFull, unitIds, version, priceRule, priceShare, mandate = null, ...rest } = input;
		if (house.isMunicipal && rest.decidingBody === 'owner')
			throw refused('not-owner', 'Das Haus gehört der Kommune. Bitte sagen, welches ihrer Organe entscheidet.', 'decidingBody');
		if (hasOwner(house) && rest.decidingBody !== 'owner')
			throw refused('not-town', 'Das Haus ist privat. Darüber entscheidet, wem es gehört.', 'decidingBody');
		const isWeighted = priceRule === 'weighted';
		const money = { priceRule, priceCents: price, priceShare: isWeighted ? priceShare : 0, priceFullCents: isWeighted ? priceFull : null };
		await keepUnits(inside, { id, propertyId: row.propertyId, unitIds });
		await inside.db
			.update(procedures)
			.set({ ...rest, ...money, mandate, version: version + 1 })
			.where(eq(procedures.id, id));
	});
}
