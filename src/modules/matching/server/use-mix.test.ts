import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import { newId } from '#lib/server/id.ts';
import type { PublicUnit } from '#modules/properties/facts.ts';
import { findUseMix } from './find-use-mix.ts';

const unit = (label: string, areaMaxM2: number, over: Partial<PublicUnit> = {}): PublicUnit => ({
	...{
		id: newId(),
		label,
		unitType: 'room',
		floor: 'ground',
		areaMinM2: areaMaxM2,
		areaMaxM2,
		divisibleFromM2: null,
		ceilingHeightM: null
	},
	...{ uses: [], power: 'unknown', accessibility: 'unknown', maxPersons: null, availableFrom: null, unitState: 'free' },
	...{ priceAmount: null, priceUnit: null, priceType: 'unknown' },
	...over
});
const rules = { mixesNoise: false, rentAtLeast: null };

test('a workshop and a stage share the inn; a stranger finds no such house, and a house without parts has nothing to mix', async ({
	db,
	as
}) => {
	const units = [
		unit('Gaststube', 100),
		unit('Saal', 200, { priceAmount: 4, priceUnit: 'm2_month' }),
		unit('Küche', 30, { unitState: 'let' })
	];
	const inn = await plantSpace(db, { title: 'Gasthof', uses: [], units, priceMonthly: null });
	const workshop = await plantRequest(db);
	const stage = { title: 'Bühne', uses: ['stage_culture' as const], areaMinM2: 180, areaMaxM2: 220, maxMonthly: 900, by: 'jonas' as const };
	await plantRequest(db, stage);
	await plantRequest(db, { ...stage, title: 'Arme Bühne', maxMonthly: 200 });
	await plantRequest(db, { title: 'Noch ohne Größe', areaMinM2: null, areaMaxM2: null });

	const mix = await findUseMix(as('ines'), inn.id, rules);
	expect(mix).toMatchObject({ canMix: true, asked: 3, unsized: 1 });
	const [plan] = mix.plans;
	expect(plan?.chosen.map(({ group, parts }) => `${group.title}: ${parts.map(({ room }) => room.name).join()}`)).toEqual(
		expect.arrayContaining(['Offene Werkstatt mit Café: Gaststube', 'Bühne: Saal'])
	);
	expect(plan).toMatchObject({ areaM2: 300, ofM2: 300, rent: 800 });
	expect(plan?.outside.map(({ title, why }) => `${title} ${why}`).join()).toContain(
		'Arme Bühne Für so viel Platz reicht das Budget von 200'
	);
	expect(workshop.id).toBe(plan?.chosen.find(({ group }) => group.title.startsWith('Offene'))?.group.id);

	const shop = await plantSpace(db, { title: 'Laden', areaMinM2: 90, areaMaxM2: 90 });
	expect((await findUseMix(as('ines'), shop.id, rules)).canMix).toBe(false);
	for (const stranger of [null, 'amira', 'oskar'] as const)
		await expect(findUseMix(as(stranger), inn.id, rules)).rejects.toMatchObject({ status: 404 });
});
