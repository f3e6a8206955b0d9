import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import type { Config } from '../config.ts';
import { selectionLimits } from './selection-limits.ts';

/**
 * What a document may ask for at once. The refusals say what to change but not where exactly the limit is. Where the schema
 * may be asked for, doing so is exempt: its standard query is deeper than any of ours, and graphql limits it itself.
 */
export function queryLimits({ queryLimits: limits, introspection }: Config): ValidationRule[] {
  const armor = new ApolloArmor({
    // What an operation weighs depends on its variables, so the gate finds that out (decision 32).
    costLimit: { enabled: false },
    maxDepth: {
      ...refusal('The operation is nested too deeply.'),
      n: limits.depth,
      ignoreIntrospection: introspection,
      flattenFragments: true,
    },
    maxAliases: { ...refusal('The operation has too many aliases.'), n: limits.aliases, allowList: [] },
    maxDirectives: { ...refusal('The operation has too many directives.'), n: limits.directives },
    // Apollo's own parser counts tokens without parsing twice, and it hides suggestions without searching messages for them.
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  });
  return [selectionLimits(limits), ...armor.protect().validationRules];
}

function refusal(message: string) {
  return {
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null) =>
        context?.reportError(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })),
    ],
  };
}
