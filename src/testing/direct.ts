import { eq } from 'drizzle-orm';
import { partnerForm, type PartnerInput } from '#modules/procedures/forms-partner.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { createProcedure } from '#modules/procedures/server/create-procedure.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { savePartner } from '#modules/procedures/server/save-partner.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { Stage } from './access/access.ts';
import { recordHouse } from './houses.ts';
import { basics } from './procedures.ts';

const title = 'Das Backhaus an den Verein';

/** The group of a direct match, as a form brings it. */
export const partnerInput = (over: Record<string, unknown> = {}): PartnerInput =>
	partnerForm.parse({
		...{ version: '2', name: 'Backverein', contact: 'Erna Korn', email: 'erna@example.org' },
		...{ reasons: 'Er backt dort seit Jahren.', hasAgreed: 'on', ...over }
	});

/** A direct match that Ines prepares, publishes, and has heard everybody about. */
export async function plantDirect({ as, db }: Stage, until: 'draft' | 'open' | 'closed'): Promise<{ id: string; slug: string }> {
	const ines = as('ines');
	const { id: raum } = await recordHouse(ines);
	const id = await createProcedure(ines, { raum, title, kind: 'direct_match', transfer: 'lease', unitIds: [] });
	await changeProcedure(ines, { id, input: basics({ version: 1, title, kind: 'direct_match', handIn: '' }) });
	if (until === 'draft') return { id, slug: '' };
	await savePartner(ines, { id, input: partnerInput() });
	await stepProcedure(ines, { id, step: 'finish' });
	const slug = await publishProcedure(ines, { id });
	if (until === 'closed')
		await db
			.update(procedures)
			.set({ deadline: new Date(ines.now.getTime() - 60_000) })
			.where(eq(procedures.id, id));
	return { id, slug };
}
