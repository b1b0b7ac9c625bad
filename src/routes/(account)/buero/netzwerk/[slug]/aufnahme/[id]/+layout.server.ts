import { findDossier } from '#modules/admission/server/find-dossier.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { ctx }, params }) => ({ dossier: await findDossier(ctx, params), now: ctx.now });
