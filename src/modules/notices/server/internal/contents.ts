import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import { findOffer } from '#modules/advice/server/find-offer.ts';
import { adviceOffers } from '#modules/advice/server/tables.ts';
import { cases, viewings } from '#modules/cases/server/case-tables.ts';
import { findPublicViewing } from '#modules/cases/server/list-public-viewings.ts';
import { findPublicGroup } from '#modules/groups/server/find-public-group.ts';
import { groups } from '#modules/groups/server/tables.ts';
import { findPublicNetwork } from '#modules/networks/server/find-public-network.ts';
import { networks } from '#modules/networks/server/tables.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ContentKind } from '#modules/people/content.ts';
import { storyOf } from '#modules/places/place.ts';
import { findPublicPlace } from '#modules/places/server/find-public-place.ts';
import { places } from '#modules/places/server/tables.ts';
import { findPublicProcedure } from '#modules/procedures/server/find-public-procedure.ts';
import { fileAddress } from '#modules/profiles/profile.ts';
import { findPublicProfile } from '#modules/profiles/server/find-public-profile.ts';
import { findSpace } from '#modules/properties/server/find-space.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { findRequest } from '#modules/requests/server/find-request.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { findPublicStory } from '#modules/stories/server/list-public-stories.ts';
import { stories } from '#modules/stories/server/tables.ts';
import type { PublicKind } from '../../content-at.ts';
import type { Frozen } from '../../matter.ts';

/** Content as guests see it right now, with who stands behind it. */
export type FoundContent = {
	kind: ContentKind;
	id: string;
	href: string;
	frozen: Frozen;
	authorId: string | null;
	organisationId: string | null;
	isDemo: boolean;
};
type Found = Omit<FoundContent, 'kind'>;

const texts = (all: Record<string, string | null | undefined>): Frozen['texts'] =>
	Object.entries(all).flatMap(([label, text]) => (text?.trim() ? [{ label, text }] : []));
const titled = (all: readonly { title: string; text: string | null }[]): Frozen['texts'] =>
	all.map(({ title, text }) => ({ label: title, text: text ?? '' }));

async function space(ctx: Ctx, key: string): Promise<Found> {
	const { id, slug, title, summary, story, pictures, isDemo } = await findSpace(ctx, key);
	const [behind] = await ctx.db
		.select({ owner: properties.ownerPersonId, creator: properties.createdBy, organisationId: organisations.id })
		.from(properties)
		.leftJoin(organisations, eq(organisations.ags, properties.ags))
		.where(eq(properties.id, id));
	return {
		...{ id, href: `/raeume/${slug}`, isDemo, authorId: behind?.owner ?? behind?.creator ?? null },
		organisationId: behind?.owner ? null : (behind?.organisationId ?? null),
		frozen: {
			title,
			texts: texts({ Kurz: summary, Geschichte: story }),
			pictures: pictures.map(({ key: file, alt }) => ({ src: `/medien/${file.replace('media/', '')}`, alt }))
		}
	};
}

async function request(ctx: Ctx, key: string): Promise<Found> {
	const { id, slug, title, summary, commonGoodNotes, actor, isDemo } = await findRequest(ctx, key);
	const [behind] = await ctx.db
		.select({ personId: actorProfiles.personId })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(eq(spaceRequests.id, id));
	const who = [actor.name, actor.tagline, ...actor.references.map((one) => [one.title, one.place, one.url].filter(Boolean).join(', '))];
	return {
		...{ id, href: `/gesuche/${slug}`, isDemo, authorId: behind?.personId ?? null, organisationId: null },
		frozen: {
			...{ title, pictures: [] },
			texts: texts({
				'Worum es geht': summary,
				Gemeinwohl: Object.values(commonGoodNotes).join('\n'),
				'Wer sucht': who.filter(Boolean).join('\n')
			})
		}
	};
}

async function place(ctx: Ctx, key: string): Promise<Found> {
	const { content } = await findPublicPlace(ctx, key);
	const [behind] = await ctx.db
		.select({ authorId: places.createdBy, organisationId: places.organisationId })
		.from(places)
		.where(eq(places.id, content.id));
	const more = texts({ Kurz: content.summary, Lage: content.locationText, Hürden: content.hurdles, Nebenbei: content.funFact });
	return {
		...{ id: content.id, href: `/orte/${content.slug}`, isDemo: content.isDemo },
		...{ authorId: behind?.authorId ?? null, organisationId: behind?.organisationId ?? null },
		frozen: {
			title: content.name,
			texts: [...more, ...titled(storyOf(content))],
			pictures: content.pictures.map(({ key: file, alt }) => ({ src: `/orte/bilder/${file.split('/').at(-1)}`, alt }))
		}
	};
}

async function profile(ctx: Ctx, key: string): Promise<Found | null> {
	const [town] = await ctx.db
		.select({ ags: municipalities.ags, name: municipalities.nameShort })
		.from(municipalities)
		.where(eq(municipalities.slug, key));
	const found = town && (await findPublicProfile(ctx, { ags: town.ags }));
	if (!found) return null;
	const { page, owner } = found;
	const said = page.voices.map(({ text, name }) => ({ title: `Stimme: ${name}`, text }));
	return {
		...{ id: owner.id, href: `/kommunen/${key}`, isDemo: page.isDemo, authorId: null, organisationId: owner.id },
		frozen: {
			title: `Kommunenprofil ${town.name}`,
			texts: titled([...(page.intro ? [page.intro] : []), ...page.facts, ...page.standing, ...page.next, ...page.projects, ...said]),
			pictures: page.gallery.map(({ key: file, alt }) => ({ src: fileAddress(file), alt }))
		}
	};
}

async function organisation(ctx: Ctx, key: string): Promise<Found> {
	const { id, slug, name, summary, website, offers, needs } = await findOrganisation(ctx, key);
	const [row] = await ctx.db.select({ authorId: organisations.createdBy }).from(organisations).where(eq(organisations.id, id));
	return {
		...{ id, href: `/organisationen/${slug}`, isDemo: false, authorId: row?.authorId ?? null, organisationId: id },
		frozen: {
			...{ title: name, pictures: [] },
			texts: texts({ Kurz: summary, Website: website, Angebote: offers.join('\n'), Bedarf: needs.join('\n') })
		}
	};
}

async function offer(ctx: Ctx, key: string): Promise<Found> {
	const { id, slug, title, summary, modules, payNote, organisation: of, isDemo } = (await findOffer(ctx, key)).offer;
	const [row] = await ctx.db.select({ authorId: adviceOffers.createdBy }).from(adviceOffers).where(eq(adviceOffers.id, id));
	return {
		...{ id, href: `/beratung/${slug}`, isDemo, authorId: row?.authorId ?? null, organisationId: of.id },
		frozen: {
			...{ title, pictures: [] },
			texts: texts({
				Kurz: summary,
				Bausteine: modules.map((one) => [one.title, one.result].filter(Boolean).join(': ')).join('\n'),
				Preis: payNote
			})
		}
	};
}

async function viewing(ctx: Ctx, key: string): Promise<Found> {
	const { id, title, startsAt, place: where, note } = (await findPublicViewing(ctx, key)).viewing;
	const [row] = await ctx.db
		.select({ authorId: viewings.createdBy, organisationId: cases.organisationId, isDemo: cases.isDemo })
		.from(viewings)
		.innerJoin(cases, eq(cases.id, viewings.caseId))
		.where(eq(viewings.id, id));
	return {
		...{
			id,
			href: `/termine/${id}`,
			isDemo: row?.isDemo ?? false,
			authorId: row?.authorId ?? null,
			organisationId: row?.organisationId ?? null
		},
		frozen: { title, pictures: [], texts: texts({ Wann: momentText(startsAt), Wo: where, Hinweise: note }) }
	};
}

async function network(ctx: Ctx, key: string): Promise<Found> {
	const { page } = await findPublicNetwork(ctx, key);
	const [row] = await ctx.db.select({ authorId: networks.createdBy }).from(networks).where(eq(networks.id, page.id));
	const said = page.voices.map(({ text, name }) => ({ title: `Stimme: ${name}`, text }));
	return {
		...{ id: page.id, href: `/netzwerke/${page.slug}`, isDemo: page.isDemo, authorId: row?.authorId ?? null, organisationId: null },
		frozen: {
			...{ title: page.name, pictures: [] },
			texts: [...texts({ Kurz: page.summary }), ...titled([...page.sections, ...page.benefits, ...page.updates, ...page.faq, ...said])]
		}
	};
}

async function group(ctx: Ctx, key: string): Promise<Found> {
	const { group: page } = await findPublicGroup(ctx, key);
	const [row] = await ctx.db.select({ id: groups.id, authorId: groups.createdBy }).from(groups).where(eq(groups.slug, page.slug));
	return {
		...{ id: row?.id ?? '', href: `/gruppen/${page.slug}`, isDemo: page.isDemo, authorId: row?.authorId ?? null, organisationId: null },
		frozen: { title: page.name, pictures: [], texts: texts({ 'Was sie vorhat': page.idea, 'Wen sie sucht': page.seeks }) }
	};
}

async function story(ctx: Ctx, key: string): Promise<Found> {
	const page = await findPublicStory(ctx, key);
	const who = { id: stories.id, authorId: stories.createdBy, organisationId: stories.organisationId };
	const [row] = await ctx.db.select(who).from(stories).where(eq(stories.slug, page.slug));
	const said = page.voices.map(({ text, name }) => ({ title: `Stimme: ${name}`, text }));
	const turns = page.turns.map(({ hurdle, solution }) => ({ title: hurdle, text: solution }));
	return {
		...{ id: row?.id ?? '', href: `/geschichten/${page.slug}`, isDemo: page.isDemo },
		...{ authorId: row?.authorId ?? null, organisationId: row?.organisationId ?? null },
		frozen: {
			title: page.title,
			texts: [...texts({ Kurz: page.lead, Geschichte: page.text, 'Was wir gelernt haben': page.lesson }), ...titled([...turns, ...said])],
			pictures: page.picture ? [{ src: `/geschichten/bilder/${page.picture.key.split('/').at(-1)}`, alt: page.picture.alt }] : []
		}
	};
}

async function procedure(ctx: Ctx, key: string): Promise<Found> {
	const { procedureId: id, slug, title, isDemo, content, answers, ags } = await findPublicProcedure(ctx, key);
	const [row] = await ctx.db.select({ organisationId: organisations.id }).from(organisations).where(eq(organisations.ags, ags));
	const { goal, terms, handIn } = content.procedure;
	const asked = answers.map(({ question, answer }) => ({ title: question, text: answer }));
	return {
		...{ id, href: `/verfahren/${slug}`, isDemo, authorId: null, organisationId: row?.organisationId ?? null },
		frozen: {
			...{ title, pictures: [] },
			texts: [...texts({ 'Worum es geht': goal, Bedingungen: terms, 'So bewerbt Ihr Euch': handIn }), ...titled(asked)]
		}
	};
}

const finders: Record<PublicKind, (ctx: Ctx, key: string) => Promise<Found | null>> = {
	...{ space, request, place, profile, organisation, offer, viewing, network, group, story, procedure }
};

/** The content of that kind under the last part of its address, as a guest would see it; null when it is not there for guests. */
export async function findContent(ctx: Ctx, { kind, key }: { kind: PublicKind; key: string }): Promise<FoundContent | null> {
	try {
		const found = await finders[kind]({ ...ctx, actor: null }, key);
		return found && { kind, ...found };
	} catch (error) {
		if (error instanceof Refusal && (error.status === 404 || error.status === 410)) return null;
		throw error;
	}
}
