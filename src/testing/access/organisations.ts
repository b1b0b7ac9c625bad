import { readEnv } from '#lib/server/env.ts';
import { announceAbsence } from '#modules/organisations/server/announce-absence.ts';
import { acceptInvitation } from '#modules/organisations/server/accept-invitation.ts';
import { changeRights } from '#modules/organisations/server/change-rights.ts';
import { claimOrganisation } from '#modules/organisations/server/claim-organisation.ts';
import { confirmClaim } from '#modules/organisations/server/confirm-claim.ts';
import { decideClaim } from '#modules/organisations/server/decide-claim.ts';
import { enterClaimCode } from '#modules/organisations/server/enter-claim-code.ts';
import { foundOrganisation } from '#modules/organisations/server/found-organisation.ts';
import { inviteColleague } from '#modules/organisations/server/invite-colleague.ts';
import { publishOrganisation } from '#modules/organisations/server/publish-organisation.ts';
import { removeProvider } from '#modules/organisations/server/remove-provider.ts';
import { saveProvider } from '#modules/organisations/server/save-provider.ts';
import { saveLogo } from '#modules/organisations/server/save-logo.ts';
import { saveMailDomains } from '#modules/organisations/server/save-mail-domains.ts';
import { saveOrganisation } from '#modules/organisations/server/save-organisation.ts';
import { stepPioneer } from '#modules/organisations/server/step-pioneer.ts';
import { takeOverSeat } from '#modules/organisations/server/take-over-seat.ts';
import { withdrawClaim } from '#modules/organisations/server/withdraw-claim.ts';
import { withdrawInvitation } from '#modules/organisations/server/withdraw-invitation.ts';
import { writeClaimLetter } from '#modules/organisations/server/write-claim-letter.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { angermuende, cast, organisationOf, wunsiedel } from '../cast.ts';
import { withSession } from '../sessions.ts';
import { endSeat } from '#modules/organisations/server/end-seat.ts';
import { giveSeat } from '#modules/organisations/server/give-seat.ts';
import { removeContact } from '#modules/organisations/server/remove-contact.ts';
import { saveContact } from '#modules/organisations/server/save-contact.ts';
import { saveGoals } from '#modules/organisations/server/save-goals.ts';
import { plantCounty } from '../counties.ts';
import { aLogo, logoStore } from '../logos.ts';
import { signedIn, type Commands, type Stage } from './access.ts';

const contact = {
	of: angermuende,
	unit: 'Bauamt',
	role: 'vacancy_officer',
	email: 'bauamt@angermuende.example',
	publicVisibility: 'public',
	responseTargetDays: 10
} as const;

const colleague = { organisationId: organisationOf(angermuende), personId: cast.jonas.id, function: 'project', rights: 'read' } as const;

const town = organisationOf(angermuende);
const claim = { code: wunsiedel, method: 'letter', function: 'administration' } as const;
const own = ['editor', 'office', 'admin'] as const;
const invitation = { organisationId: town, function: 'project', rights: 'read' } as const;
const provider = {
	...{ id: town, env: readEnv({}), issuer: 'https://login.angermuende.de', clientId: 'raum', clientSecret: 'geheim' },
	...{ domains: ['angermuende.de'], groupsClaim: 'groups', groups: [], createsPeople: true, trustsMfa: false, mfaAcr: undefined }
};
const profile = { id: town, name: 'Angermünde', summary: 'Wir öffnen Häuser.', topics: ['Leerstand'], offers: [], needs: [] };

/** What somebody who was invited finds in their mail. */
async function invited({ as }: Stage, email: string): Promise<string> {
	const id = await inviteColleague(as('ines'), { ...invitation, email });
	return signLink(as(null), { purpose: 'invitation', data: { invitation: id }, days: 1 });
}

export const commands: Commands = {
	'announce-absence': {
		allowed: signedIn,
		arrange: async () => (ctx) => announceAbsence(ctx, { from: '2026-12-21', to: '2027-01-04', deputies: {} })
	},
	'accept-invitation': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const link = await invited(stage, cast.amira.email);
			return (ctx) => acceptInvitation(ctx, { link });
		}
	},
	'begin-provider-sign-in': { allowed: 'system', why: 'everybody may try; needs a provider: providers.test.ts' },
	'finish-provider-sign-in': { allowed: 'system', why: 'whoever brings what the provider signed: providers.test.ts' },
	'end-sessions-of-provider': { allowed: 'system', why: 'whoever brings a logout token that the provider signed: providers.test.ts' },
	'save-provider': {
		allowed: own,
		arrange: async ({ as }) => {
			await saveMailDomains(as('oskar'), { id: town, domains: ['angermuende.de'] });
			return async (ctx) => saveProvider(await withSession(ctx), provider);
		}
	},
	'remove-provider': {
		allowed: own,
		arrange: async ({ as }) => {
			await saveProvider(await withSession(as('oskar')), provider);
			return async (ctx) => removeProvider(await withSession(ctx), town);
		}
	},
	'change-rights': {
		allowed: own,
		arrange: async ({ as }) => {
			const id = await giveSeat(as('oskar'), colleague);
			return (ctx) => changeRights(ctx, { id, organisationId: town, rights: 'edit' });
		}
	},
	'claim-organisation': { allowed: signedIn, arrange: async () => (ctx) => claimOrganisation(ctx, claim) },
	'confirm-claim': {
		allowed: ['maker'],
		arrange: async ({ as }) => {
			const id = await claimOrganisation(as('amira'), claim);
			const link = await signLink(as(null), { purpose: 'claim', data: { claim: id }, days: 1 });
			return (ctx) => confirmClaim(ctx, { link });
		}
	},
	'decide-claim': {
		allowed: ['office', 'admin'],
		arrange: async ({ as }) => {
			const id = await claimOrganisation(as('amira'), claim);
			return (ctx) => decideClaim(ctx, { id, outcome: 'accepted' });
		}
	},
	'enter-claim-code': {
		allowed: ['maker'],
		arrange: async ({ as }) => {
			const id = await claimOrganisation(as('amira'), claim);
			const { code } = await writeClaimLetter(as('oskar'), id);
			return (ctx) => enterClaimCode(ctx, { id, code });
		}
	},
	'found-organisation': {
		allowed: signedIn,
		arrange: async () => (ctx) => foundOrganisation(ctx, { name: 'Werkhof', kind: 'initiative', ort: angermuende })
	},
	'invite-colleague': { allowed: own, arrange: async () => (ctx) => inviteColleague(ctx, { ...invitation, email: 'neu@stadt.example' }) },
	'publish-organisation': {
		allowed: ['maker', 'office', 'admin'],
		arrange: async ({ as }) => {
			const id = await foundOrganisation(as('amira'), { name: 'Werkhof', kind: 'initiative', ort: angermuende });
			const founder = { ...cast.amira, seats: [{ organisationId: id, rights: 'manage', ags: null } as const] };
			await saveOrganisation(as(founder), { ...profile, id, summary: 'Wir bauen eine Werkstatt für alle, mit Café und Laden.' });
			return (ctx) => publishOrganisation(ctx.actor?.id === cast.amira.id ? as(founder) : ctx, { id, shown: true });
		}
	},
	'save-mail-domains': {
		allowed: ['office', 'admin'],
		arrange: async () => (ctx) => saveMailDomains(ctx, { id: town, domains: ['angermuende.de'] })
	},
	'save-logo': {
		allowed: own,
		arrange: async () => async (ctx) => saveLogo(ctx, { id: town, store: logoStore, upload: await aLogo(), alt: 'Adler' })
	},
	'save-organisation': { allowed: own, arrange: async () => (ctx) => saveOrganisation(ctx, profile) },
	'step-pioneer': {
		allowed: ['editor', 'admin'],
		arrange: async ({ as, db }) => {
			const countyId = await plantCounty(db);
			await stepPioneer(as('oskar'), { countyId, ags: angermuende, step: 'name' });
			return (ctx) => stepPioneer(ctx, { countyId, ags: angermuende, step: 'confirm' });
		}
	},
	'take-over-seat': {
		allowed: ['editor', 'admin'],
		arrange: async ({ as }) => {
			const id = await giveSeat(as('oskar'), colleague);
			await endSeat(as('ines'), { id });
			return (ctx) => takeOverSeat(ctx, id);
		}
	},
	'withdraw-claim': {
		allowed: ['maker'],
		arrange: async ({ as }) => {
			const id = await claimOrganisation(as('amira'), claim);
			return (ctx) => withdrawClaim(ctx, id);
		}
	},
	'withdraw-invitation': {
		allowed: own,
		arrange: async ({ as }) => {
			const id = await inviteColleague(as('ines'), { ...invitation, email: 'neu@stadt.example' });
			return (ctx) => withdrawInvitation(ctx, { id, organisationId: town });
		}
	},
	'write-claim-letter': {
		allowed: ['office', 'admin'],
		arrange: async ({ as }) => {
			const id = await claimOrganisation(as('amira'), claim);
			return (ctx) => writeClaimLetter(ctx, id);
		}
	},
	'end-seat': {
		allowed: ['editor', 'office', 'admin'],
		arrange: async ({ as }) => {
			const id = await giveSeat(as('oskar'), colleague);
			return (ctx) => endSeat(ctx, { id });
		}
	},
	'ensure-municipality-organisation': { allowed: 'system', why: 'part of other commands; makes nothing that anybody sees' },
	'give-seat': { allowed: ['office', 'admin'], arrange: async () => (ctx) => giveSeat(ctx, colleague) },
	geocode: { allowed: 'system', why: 'part of forms and imports; keeps nothing but the answers of the geocoding service' },
	'place-addresses': { allowed: 'system', why: 'only reads the gazetteer' },
	'remove-contact': {
		allowed: ['editor', 'office', 'admin'],
		arrange: async ({ as }) => {
			const id = await saveContact(as('ines'), contact);
			return (ctx) => removeContact(ctx, { of: angermuende, contactId: id });
		}
	},
	'save-contact': { allowed: ['editor', 'office', 'admin'], arrange: async () => (ctx) => saveContact(ctx, contact) },
	'save-goals': {
		allowed: ['editor', 'office', 'admin'],
		arrange: async () => (ctx) => saveGoals(ctx, { ags: angermuende, goals: ['meeting_place'] })
	},
	'withhold-organisation': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
