import type { Ctx } from '#modules/people/actor.ts';
import type { ContactPoint } from '../contact.ts';
import type { Owner } from '../policy.ts';
import { findMunicipality, type Municipality } from './find-municipality.ts';
import { findTownOrganisation, type TownOrganisation } from './find-town-organisation.ts';
import { findContacts } from './list-contacts.ts';
import { nearestMunicipalities, type Neighbour } from './nearest-municipalities.ts';

/** What this module knows for the page of a municipality; its spaces are added by the route. */
export type MunicipalityView = {
	municipality: Municipality;
	contacts: ContactPoint[];
	owner: Owner & { name: string };
	near: Neighbour[];
	mayEdit: boolean;
	organisation: TownOrganisation | null;
};

export async function showMunicipality(ctx: Ctx, slugOrAgs: string): Promise<MunicipalityView> {
	const municipality = await findMunicipality(ctx, slugOrAgs);
	const [{ contacts, owner, mayEdit }, near, organisation] = await Promise.all([
		findContacts(ctx, municipality.ags),
		nearestMunicipalities(ctx, municipality),
		findTownOrganisation(ctx, municipality.ags)
	]);
	return { municipality, contacts, owner, near, organisation, mayEdit };
}
