import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { partnerForm } from '#modules/procedures/forms-partner.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { createProcedure } from '#modules/procedures/server/create-procedure.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { savePartner } from '#modules/procedures/server/save-partner.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import { cast } from '#testing/cast.ts';

const day = 86_400_000;
const house = 'Wohnhaus am Mühlgraben';
const begin = {
	title: 'Das Haus am Mühlgraben für die Nachbarschaftshilfe',
	kind: 'direct_match',
	transfer: 'lease'
} as const;
const basics = {
	...{ version: 1, goal: 'Aus dem leeren Wohnhaus soll die Anlaufstelle werden, die der Stadt seit Jahren fehlt.', terms: '', handIn: '' },
	...({ priceRule: 'fixed', price: 15_000, priceUnit: 'month', priceShare: 0, priceFull: null, termYears: 10 } as const),
	...({ decidingBody: 'council', tieRule: 'heaviest', isBlind: false, openness: 'named', mandate: undefined } as const)
};
const partner = {
	...{ version: '2', name: 'Nachbarschaftshilfe Angermünde e. V.', contact: 'Erna Korn', email: 'erna.korn@nachbarschaft.example' },
	reasons:
		'Der Verein berät seit neun Jahren im Nebenzimmer der Bücherei. Niemand sonst in der Stadt leistet das, und er bringt seine Förderung mit.',
	hasAgreed: 'on'
};

/** An intention to give a house to a group without a competition: everybody may still say something to it. Invented. */
export async function placeDirect({ pool }: House, now: Date): Promise<void> {
	const db = openDb(pool);
	const ines = (ago: number) => ({ db, actor: cast.ines, now: new Date(now.getTime() - ago * day) });
	const { items } = await listProperties(ines(0), { q: house });
	const property = items.find(({ title }) => title === house);
	if (!property) return;
	const id = await createProcedure(ines(38), { raum: property.id, unitIds: [], ...begin });
	await changeProcedure(ines(38), { id, input: { unitIds: [], ...begin, ...basics } });
	await savePartner(ines(36), { id, input: partnerForm.parse(partner) });
	await stepProcedure(ines(12), { id, step: 'finish' });
	await db.update(procedures).set({ isDemo: true }).where(eq(procedures.id, id));
	await publishProcedure(ines(9), { id });
}
