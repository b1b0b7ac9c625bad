import { notFound, refused } from '#lib/refusal.ts';
import { germanNumber } from '#lib/text/german.ts';
import type { NetworkPage } from '#modules/networks/network.ts';
import { findPublicNetwork } from '#modules/networks/server/find-public-network.ts';
import { findMunicipality } from '#modules/organisations/server/find-municipality.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { sizeAnswer, type CheckedTown } from '../self-check.ts';

type Condition = NetworkPage['conditions'][number];
export type SelfCheckPage = {
	page: NetworkPage;
	town: CheckedTown | null;
	conditions: (Condition & { check: NonNullable<Condition['check']> })[];
};

/** What the register says of the town: its size, and whether its district counts as rural (BBSR). */
async function townOf(ctx: Ctx, text: string): Promise<CheckedTown> {
	const place = await findPlace(ctx, text);
	if (!place) throw refused('place-unknown', `„${text}“ haben wir nicht gefunden. Bitte Name, Postleitzahl oder Gemeindeschlüssel.`, 'ort');
	const { ags, slug, name, district, state, population, ruralType } = await findMunicipality(ctx, place.ags);
	const isRural = ruralType === null ? null : /ländlich/i.test(ruralType);
	return {
		...{ ags, slug, name, where: district === state ? state : `${district}, ${state}`, population: germanNumber(population), ruralType },
		size: sizeAnswer({ population, isRural })
	};
}

/** The self-check of a published network with membership: its conditions as data, and what the register says of `place`. Nothing is stored. */
export async function findSelfCheck(ctx: Ctx, slug: string, place: string): Promise<SelfCheckPage> {
	const { page } = await findPublicNetwork(ctx, slug);
	if (page.openness !== 'membership') throw notFound();
	const conditions = page.conditions.flatMap((one) => (one.check && one.check !== 'none' ? [{ ...one, check: one.check }] : []));
	return { page, town: place ? await townOf(ctx, place) : null, conditions };
}
