import { listVersions } from '#modules/profiles/server/list-versions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const versions = await listVersions(ctx, params.slug);
	return { versions: versions.map(({ parts, ...version }) => ({ ...version, size: parts.length })) };
};
