/** Reason codes of the shipped template. The service has the last word: it refuses a code it does not know. */
export const REASONS: Record<string, readonly string[]> = {
  ON_HOLD: ['WAITING_INVESTOR', 'WAITING_SITE', 'WAITING_APPROVAL', 'WAITING_FUNDS', 'MARKET', 'OTHER'],
  DROPPED: ['LOST_TO_COMPETITOR', 'INVESTOR_WITHDREW', 'NOT_SUITABLE', 'ENVIRONMENT', 'NO_SITE', 'NO_ENERGY', 'FUNDS', 'NO_CONTACT', 'DUPLICATE', 'OTHER'],
  leadBack: ['CORRECTION', 'TERMS_CHANGED', 'PLAN_CHANGED', 'OTHER'],
  projectBack: ['CORRECTION', 'PERMIT_REVOKED', 'ACCEPTANCE_FAILED', 'PRODUCTION_STOPPED'],
}
