import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
  validate,
  valueFromAST,
} from "graphql";

/** Something that a document asks for and that a schema does not have, or has in another way. */
export interface Difference {
  /** "User.devices(after:)" */
  at: string;
  /** "is missing" */
  what: string;
}

interface Schemas {
  /** The one that the document was written for. */
  ours: GraphQLSchema;
  theirs: GraphQLSchema;
}

/**
 * How an endpoint's schema differs from ours in what a document sends and reads: not only what makes the endpoint refuse it,
 * but also what makes the answer another, such as a field that may be null from now on.
 */
export function differences(document: DocumentNode, schemas: Schemas): Difference[] {
  const found = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [...ofOperation(definition, document, schemas)] : [],
  );
  // Whatever else keeps it from running.
  const refused = found.length > 0 ? [] : validate(schemas.theirs, document);
  return [...found, ...refused.map(({ message }) => ({ at: "", what: message }))];
}

interface Walk {
  schemas: Schemas;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

function* ofOperation(operation: OperationDefinitionNode, document: DocumentNode, schemas: Schemas): Generator<Difference> {
  const [ours, theirs] = [schemas.ours.getRootType(operation.operation), schemas.theirs.getRootType(operation.operation)];
  if (!ours) return;
  if (theirs) yield* ofSelections({ schemas, document, operation }, operation.selectionSet, ours, theirs);
  else yield { at: ours.name, what: "is missing" };
}

function* ofSelections(
  walk: Walk,
  { selections }: SelectionSetNode,
  ours: GraphQLCompositeType,
  theirs: GraphQLCompositeType,
): Generator<Difference> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (!selection.name.value.startsWith("__")) yield* ofField(walk, selection, ours, theirs);
      continue;
    }
    const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(walk, selection.name.value) : selection;
    if (!part) continue;
    const condition = part.typeCondition?.name.value;
    const [ourPart, theirPart] =
      condition === undefined ? [ours, theirs] : [walk.schemas.ours.getType(condition), walk.schemas.theirs.getType(condition)];
    if (!isCompositeType(ourPart)) continue;
    if (isCompositeType(theirPart)) yield* ofSelections(walk, part.selectionSet, ourPart, theirPart);
    else yield { at: ourPart.name, what: "is missing" };
  }
}

function fragmentOf({ document }: Walk, name: string) {
  const found = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name);
  return found?.kind === Kind.FRAGMENT_DEFINITION ? found : undefined;
}

function* ofField(
  walk: Walk,
  { name, arguments: given = [], selectionSet }: FieldNode,
  ours: GraphQLCompositeType,
  theirs: GraphQLCompositeType,
): Generator<Difference> {
  const at = `${ours.name}.${name.value}`;
  const [ourField, theirField] = [fieldOf(ours, name.value), fieldOf(theirs, name.value)];
  if (!ourField) return;
  if (!theirField) return void (yield { at, what: "is missing" });
  yield* ofArguments(walk, at, given, ourField, theirField);
  const change = outputChange(ourField.type, theirField.type);
  if (change !== undefined) yield { at, what: change };
  const [ourType, theirType] = [getNamedType(ourField.type), getNamedType(theirField.type)];
  if (selectionSet && isCompositeType(ourType) && isCompositeType(theirType))
    yield* ofSelections(walk, selectionSet, ourType, theirType);
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

type Arguments = Pick<GraphQLField<unknown, unknown>, "args">;

function* ofArguments(
  walk: Walk,
  at: string,
  given: readonly ArgumentNode[],
  ours: Arguments,
  theirs: Arguments,
): Generator<Difference> {
  for (const argument of given) {
    const place = `${at}(${argument.name.value}:)`;
    const their = theirs.args.find(({ name }) => name === argument.name.value);
    const change = their ? inputChange(walk, argument, their) : "is missing";
    if (change !== undefined) yield { at: place, what: change };
  }
  const isGiven = (name: string) => given.some((one) => one.name.value === name);
  for (const their of theirs.args.filter(({ name }) => !isGiven(name))) {
    const place = `${at}(${their.name}:)`;
    const our = ours.args.find(({ name }) => name === their.name);
    if (isRequiredArgument(their)) yield { at: place, what: "must be given, and is not sent" };
    else if (our && JSON.stringify(our.defaultValue) !== JSON.stringify(their.defaultValue))
      yield { at: place, what: `is ${shown(their.defaultValue)} where it is left out, no longer ${shown(our.defaultValue)}` };
  }
}

const shown = (value: unknown) => (value === undefined ? "nothing" : JSON.stringify(value));

/** What an argument takes from now on, where that does not fit what is sent. */
function inputChange({ schemas, operation }: Walk, { value }: ArgumentNode, their: GraphQLArgument): string | undefined {
  if (value.kind !== Kind.VARIABLE)
    return valueFromAST(value, their.type) === undefined ? `takes ${String(their.type)}, which is not what is sent` : undefined;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.name.value);
  const sent = definition && (typeFromAST(schemas.ours, definition.type as NamedTypeNode) as GraphQLInputType | undefined);
  if (!sent) return undefined;
  // A variable that may be absent is taken where either side has a default.
  const hasDefault = their.defaultValue !== undefined || definition.defaultValue !== undefined;
  const wanted = isNonNullType(their.type) && hasDefault ? their.type.ofType : their.type;
  if (!takes(wanted, sent)) return `takes ${String(their.type)}, and ${String(sent)} is sent`;
  const named = getNamedType(their.type);
  const needed = isInputObjectType(named)
    ? Object.values(named.getFields()).filter((field) => isRequiredInputField(field) && !knows(getNamedType(sent), field.name))
    : [];
  return needed.length > 0 ? `needs ${needed.map(({ name }) => name).join(", ")} in its ${named.name}` : undefined;
}

const knows = (type: unknown, field: string) => isInputObjectType(type) && Object.hasOwn(type.getFields(), field);

function takes(wanted: GraphQLInputType, sent: GraphQLInputType): boolean {
  if (isNonNullType(wanted)) return isNonNullType(sent) && takes(wanted.ofType, sent.ofType);
  if (isNonNullType(sent)) return takes(wanted, sent.ofType);
  if (isListType(wanted) || isListType(sent)) return isListType(wanted) && isListType(sent) && takes(wanted.ofType, sent.ofType);
  return wanted.name === sent.name;
}

/** What a field gives from now on, where a reader of ours does not expect it. */
function outputChange(ours: GraphQLOutputType, theirs: GraphQLOutputType): string | undefined {
  if (fits(ours, theirs, false)) return undefined;
  return fits(ours, theirs, true)
    ? `may be null: ${String(theirs)}, no longer ${String(ours)}`
    : `is ${String(theirs)}, no longer ${String(ours)}`;
}

function fits(ours: GraphQLOutputType, theirs: GraphQLOutputType, orNull: boolean): boolean {
  if (isNonNullType(theirs)) return fits(isNonNullType(ours) ? ours.ofType : ours, theirs.ofType, orNull);
  if (isNonNullType(ours)) return orNull && fits(ours.ofType, theirs, orNull);
  if (isListType(ours) || isListType(theirs))
    return isListType(ours) && isListType(theirs) && fits(ours.ofType, theirs.ofType, orNull);
  if (isCompositeType(ours) && isCompositeType(theirs)) return true;
  // Both are texts in JSON.
  return ours.name === theirs.name || [ours, theirs].every(({ name }) => name === "ID" || name === "String");
}
