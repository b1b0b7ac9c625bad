import { eq, sql } from 'drizzle-orm';
import { angermuende, cast, organisationOf } from '#testing/cast.ts';
import { plantNetwork } from '#testing/networks.ts';
import { expect, test } from '#testing/world.ts';
import { enterNetwork } from './enter-network.ts';
import { findEntry } from './find-entry.ts';
import { publishNetwork } from './publish-network.ts';
import { saveValues } from './save-values.ts';
import { memberships } from './tables.ts';
import { tellPartners } from './tell-partners.ts';

const organisationId = organisationOf(angermuende);
type Stage = Parameters<typeof plantNetwork>[0];
const noticesOf = async ({ db }: Stage, personId: string) =>
	(await db.execute<{ kind: string; data: { title: string } }>(sql`select kind, data from notices where person_id = ${personId}`)).rows;
const stands = async ({ db }: Stage) => (await db.select().from(memberships).where(eq(memberships.organisationId, organisationId)))[0];

async function alliance(stage: Stage): Promise<string> {
	const { slug } = await plantNetwork(stage, { openness: 'alliance' });
	await saveValues(stage.as('oskar'), { slug, input: { text: 'Wir teilen.', days: 30 } });
	await publishNetwork(stage.as('oskar'), slug);
	return slug;
}

test('a town confirms the values and is in; the office hears of it; twice is refused', async ({ as, db }) => {
	const slug = await alliance({ as, db });
	expect((await findEntry(as('ines'), slug)).organisations).toEqual([{ id: organisationId, name: 'Angermünde', state: null }]);
	await expect(enterNetwork(as('ines'), { slug, organisationId })).rejects.toMatchObject({ status: 422, field: 'version' });
	expect(await stands({ as, db })).toBeUndefined();
	await expect(enterNetwork(as('ines'), { slug, organisationId, version: 7 })).rejects.toMatchObject({ code: 'newer-values' });
	await enterNetwork(as('ines'), { slug, organisationId, version: 1, text: 'Wir freuen uns.' });
	expect(await stands({ as, db })).toMatchObject({ state: 'participant', valuesVersion: 1 });
	expect(await noticesOf({ as, db }, cast.oskar.id)).toMatchObject([{ kind: 'network-entry', data: { title: 'Angermünde wirkt mit' } }]);
	await expect(enterNetwork(as('ines'), { slug, organisationId, version: 1 })).rejects.toMatchObject({ code: 'inside' });
	await expect(enterNetwork(as('friedrich'), { slug, organisationId, version: 1 })).rejects.toMatchObject({ status: 404 });
});

test('when the values change, whoever acts for a partner is told once, stays in, and is asked again', async ({ as, db }) => {
	const slug = await alliance({ as, db });
	await enterNetwork(as('ines'), { slug, organisationId, version: 1 });
	const version = await saveValues(as('oskar'), { slug, input: { text: 'Wir teilen alles.', change: 'Auch die Fehler.' } });
	const { networkId = '' } = (await stands({ as, db })) ?? {};
	expect(await tellPartners(as(null), { networkId, version })).toBe(1);
	await tellPartners(as(null), { networkId, version });
	expect(await noticesOf({ as, db }, cast.ines.id)).toMatchObject([{ kind: 'values-changed' }]);
	expect(await noticesOf({ as, db }, cast.friedrich.id)).toEqual([]);
	expect(await stands({ as, db })).toMatchObject({ state: 'participant', valuesVersion: 1 });
});

test('a liaison office is asked in words, and admits nobody by that; into a membership network the way is the admission', async ({
	as,
	db
}) => {
	const { slug } = await plantNetwork({ as, db }, { openness: 'liaison' });
	await expect(enterNetwork(as('ines'), { slug, organisationId, text: '' })).rejects.toMatchObject({ status: 422, field: 'text' });
	await enterNetwork(as('ines'), { slug, organisationId, text: 'Acht leere Läden.' });
	expect(await stands({ as, db })).toMatchObject({ state: 'interested' });
	for (const n of [2, 3]) await enterNetwork(as('ines'), { slug, organisationId, text: `Noch einmal ${n}` });
	await expect(enterNetwork(as('ines'), { slug, organisationId, text: 'Und noch einmal' })).rejects.toMatchObject({ status: 429 });
	const other = await plantNetwork({ as, db }, { name: 'Aufnahmenetz' });
	await expect(enterNetwork(as('ines'), { slug: other.slug, organisationId, version: 1 })).rejects.toMatchObject({ code: 'admission' });
});
