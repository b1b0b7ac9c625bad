/** The words of requests and actors. Uses, offers and conditions come from the register's vocabulary. */

export const requestKinds = {
	find_space: 'Raum gesucht',
	find_co_users: 'Mitnutzer:innen gesucht',
	find_group_members: 'Mitstreiter:innen gesucht',
	join_project: 'Anschluss an ein Vorhaben gesucht'
} as const;
export type RequestKind = keyof typeof requestKinds;

export const requestStates = {
	draft: 'Entwurf',
	published: 'veröffentlicht',
	paused: 'pausiert',
	fulfilled: 'erfüllt',
	withdrawn: 'zurückgezogen',
	expired: 'abgelaufen'
} as const;
export type RequestState = keyof typeof requestStates;

export const visibilities = {
	public: 'für alle',
	network: 'im Netzwerk',
	municipalities_only: 'nur für Kommunen',
	private: 'nur für uns'
} as const;
export type Visibility = keyof typeof visibilities;

export const actorKinds = {
	individual: 'Einzelperson',
	group_in_formation: 'Gruppe in Gründung',
	association: 'Verein',
	cooperative: 'Genossenschaft',
	gGmbH: 'gGmbH',
	company: 'UG oder GmbH',
	social_enterprise: 'Sozialunternehmen',
	foundation: 'Stiftung',
	church: 'Kirchengemeinde',
	school: 'Schule',
	craft_business: 'Handwerksbetrieb',
	farm: 'Landwirtschaftsbetrieb',
	artist: 'Künstler:in',
	network: 'Netzwerk',
	municipality_office: 'Verwaltung'
} as const;
export type ActorKind = keyof typeof actorKinds;

export const selfHelps = { none: 'keine', some: 'etwas', major: 'viel', own_craftspeople: 'eigene Handwerker:innen' } as const;
export type SelfHelp = keyof typeof selfHelps;

export const skills = {
	money: 'Geld',
	craft: 'Handwerk',
	social: 'Soziales',
	organisation: 'Organisation',
	farming: 'Landwirtschaft',
	care: 'Pflege',
	design: 'Gestaltung',
	law: 'Recht',
	other: 'Sonstiges'
} as const;
export type Skill = keyof typeof skills;

export const sharedResources = {
	know_how: 'Wissen',
	tools: 'Werkzeug',
	funds: 'Geld',
	network: 'Kontakte',
	volunteers: 'Ehrenamt'
} as const;
export type SharedResource = keyof typeof sharedResources;

export const heritageWishes = { yes: 'gern ein Denkmal', indifferent: 'ist uns gleich', no: 'lieber kein Denkmal' } as const;
export type HeritageWish = keyof typeof heritageWishes;
