import { notFound } from '#lib/refusal.ts';
import { listOwnOrganisations } from '#modules/organisations/server/list-own-organisations.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { measured } from '#modules/places/criteria.ts';
import { reportable, type Measured } from '#modules/places/figures.ts';
import { findPublicCatalogue } from '#modules/places/server/find-catalogue.ts';
import { listProgrammes } from '#modules/places/server/list-own-places.ts';
import { holderFor } from './internal/holder-for.ts';

export type OutcomeStart = {
	organisations: Record<string, string>;
	/** Address word → name. */
	networks: Record<string, string>;
	network: string;
	indicators: Measured[];
	years: number[];
};

/** What the form "Was ist daraus geworden" needs: who may carry the place, and what the chosen network measures. Throws 401 and 404. */
export async function findOutcomeStart(ctx: Ctx, { id, network }: { id: string; network: string }): Promise<OutcomeStart> {
	await holderFor(ctx, { id });
	const organisations = await listOwnOrganisations(ctx);
	const networks = Object.fromEntries((await listProgrammes(ctx)).map(({ slug, name }) => [slug, name]));
	if (network && !networks[network]) throw notFound('Dieses Netzwerk nimmt keine Orte auf.');
	const indicators = network
		? await findPublicCatalogue(ctx, network).then(
				({ catalogue }) => measured(catalogue.criteria),
				() => []
			)
		: [];
	return { organisations: Object.fromEntries(editable(organisations)), networks, network, indicators, years: reportable(ctx.now) };
}

type Own = Awaited<ReturnType<typeof listOwnOrganisations>>;
const editable = (all: Own): [string, string][] =>
	all.filter(({ rights }) => rights !== 'read').map(({ id, name }): [string, string] => [id, name]);
