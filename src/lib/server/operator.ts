import type { Env } from './env.ts';

/** Who answers for this installation; whatever the operator has not filled in yet is missing, never invented. */
export type Operator = {
	name?: string;
	address: string[];
	email?: string;
	phone?: string;
	representative?: string;
	dataProtection?: string;
	enforcementBody?: string;
	/** The law asks for name, address and a quick way to reach somebody. */
	isComplete: boolean;
};

export function operatorOf(env: Env): Operator {
	return {
		name: env.OPERATOR_NAME,
		address: (env.OPERATOR_ADDRESS ?? '')
			.split(',')
			.map((line) => line.trim())
			.filter(Boolean),
		email: env.OPERATOR_EMAIL,
		phone: env.OPERATOR_PHONE,
		representative: env.OPERATOR_REPRESENTATIVE,
		dataProtection: env.OPERATOR_DATA_PROTECTION,
		enforcementBody: env.OPERATOR_ENFORCEMENT_BODY,
		isComplete: Boolean(env.OPERATOR_NAME && env.OPERATOR_ADDRESS && env.OPERATOR_EMAIL)
	};
}
