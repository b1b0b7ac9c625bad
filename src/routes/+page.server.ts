import { project } from '#modules/organisations/germany.ts';
import { listHouseLights } from '#modules/properties/server/list-house-lights.ts';
import { listSpaces } from '#modules/properties/server/list-spaces.ts';
import { noFilter } from '#modules/properties/space-filter.ts';
import { cardFacts } from '#modules/properties/space-words.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const [{ spaces }, houses] = await Promise.all([listSpaces(ctx, noFilter), listHouseLights(ctx)]);
	const looking = spaces.filter((space) => space.lit < 75);
	const lights = houses.map(({ lat, lon, lit }) => {
		const [x, y] = project(lon, lat);
		return { x, y, lit };
	});
	return { wide: true, lights, spaces: looking.slice(0, 3).map((space) => cardFacts(space, ctx.now)) };
};
