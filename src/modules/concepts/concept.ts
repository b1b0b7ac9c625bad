/** A concept of a group for a procedure: its words and its way, as one table. What is not here is forbidden. */

export const states = {
	draft: 'in Arbeit',
	submitted: 'abgegeben',
	withdrawn: 'zurückgezogen',
	lapsed: 'nicht abgegeben',
	opened: 'geöffnet'
} as const;
export type State = keyof typeof states;

export const applicantKinds = {
	person: 'eine Person',
	group: 'eine Gruppe in Gründung',
	organisation: 'ein Verein, eine Genossenschaft oder eine Firma'
} as const;
export type ApplicantKind = keyof typeof applicantKinds;

/** A sheet of costs, in cents; positions have words of their own. */
export type CostRow = { text: string; cents: number };
export type Costs = { once: CostRow[]; funds: CostRow[]; yearly: CostRow[]; income: CostRow[]; note: string };

export type ConceptFile = {
	id: string;
	/** The leaf or condition it proves; null for the whole. */
	for: string | null;
	name: string;
	contentType: string;
	bytes: number;
	/** SHA-256 of the content as it was handed in, in hex. */
	sha256: string;
};

/** What is sealed, hashed, and read after the opening. Texts by the id of a leaf or a condition. */
export type Content = {
	format: 'gestaltungsraum-konzept';
	version: 1;
	procedure: string;
	concept: string;
	round: number;
	title: string;
	summary: string;
	applicant: { kind: ApplicantKind; name: string; contact: string; email: string; phone: string; members: number | null };
	answers: Record<string, string>;
	costs: Costs | null;
	files: ConceptFile[];
};
