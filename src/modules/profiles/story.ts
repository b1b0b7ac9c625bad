import type { StreetHouse } from '#lib/ui/facade/street.ts';
import type { Belonging } from '#modules/networks/server/list-networks-of.ts';
import type { Outline } from '#modules/organisations/server/find-municipality.ts';
import type { TownLight } from '#modules/properties/server/list-town-lights.ts';
import type { ProfilePage } from './profile.ts';

/** A profile with what the register, the networks and the houses add to it: all that its page shows. */
export type Story = {
	name: string;
	kind: 'municipality' | 'county';
	/** "Stadt · Landkreis Uckermark, Brandenburg" */
	over: string;
	crumbs: { href: string; text: string }[];
	page: ProfilePage;
	facts: { term: string; text: string | null }[];
	/** Where the numbers come from. */
	source: string;
	outline: { district: Outline; municipality: Outline | null; label: string } | null;
	street: StreetHouse[];
	/** Published houses that wait, and those that live again. */
	waiting: number;
	alive: number;
	networks: Belonging[];
};

/** From here on a house counts as alive again; the same measure as on the page of a municipality. */
const alive = 75;
export const countLights = (lights: readonly TownLight[]) => ({
	waiting: lights.filter(({ lit }) => lit < alive).length,
	alive: lights.filter(({ lit }) => lit >= alive).length
});

const shown = 5;
/** The street of a town: its own houses from the register between such as are lived in, so that one sees how little it takes. */
export function streetOf(name: string, lights: readonly TownLight[]): StreetHouse[] {
	const step = Math.max(1, lights.length / shown);
	const own = lights.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, shown);
	return own.flatMap(({ reference, storeys, lit }, i) => [
		{ seed: `${name} ${i}`, lit: 0.6 },
		{ seed: reference, storeys, lit: lit / 100 }
	]);
}

/** "Gründungsmitglied seit 2024", "wirkt mit", "Mitglied seit 2025 · Botschafter:in" */
export function belongingText({ openness, tier, joinedOn, isAmbassador }: Belonging): string {
	const is =
		openness === 'membership'
			? tier === 'founding'
				? 'Gründungsmitglied'
				: 'Mitglied'
			: openness === 'alliance'
				? 'wirkt mit'
				: 'begleitet';
	return `${is}${joinedOn ? ` seit ${joinedOn.slice(0, 4)}` : ''}${isAmbassador ? ' · Botschafter:in' : ''}`;
}
