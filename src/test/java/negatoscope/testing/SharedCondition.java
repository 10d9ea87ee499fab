package negatoscope.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Decides whether a {@link NeedsShared} test runs, and says at the end how many did not. */
public final class SharedCondition implements ExecutionCondition {
  private static final String REASON = "../shared is absent";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Shared.present()) {
      return ConditionEvaluationResult.enabled("../shared is there");
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(REASON + ", and CI=true requires it");
    }
    return ConditionEvaluationResult.disabled(REASON);
  }

  /** Counts what was left out. */
  public static final class Counter implements TestExecutionListener {
    private TestPlan plan;
    private long leftOut;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
      plan = testPlan;
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
      if (reason.contains(REASON)) {
        leftOut +=
            Math.max(
                1,
                plan.getDescendants(identifier).stream()
                    .filter(each -> plan.getChildren(each).isEmpty())
                    .count());
      }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {}

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
      if (leftOut > 0) {
        System.out.println(leftOut + " tests left out because " + REASON);
      }
    }
  }
}
