package uz.muhr.network.script;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import uz.muhr.network.fabric.Programs;

/** Runs only where Fabric's own programs are, and says so plainly where they are not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("fabric")
@ExtendWith(NeedsFabric.Condition.class)
public @interface NeedsFabric {
    /** Looks for the programs. */
    final class Condition implements ExecutionCondition {
        private static final String SKIPPED = "skipped: no Fabric programs on PATH or in FABRIC_BIN";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Programs.absence(System.getenv())
                    .map(absence -> {
                        if (context.getTestMethod().isEmpty()) {
                            System.out.println(context.getDisplayName() + " " + SKIPPED);
                        }
                        return ConditionEvaluationResult.disabled(SKIPPED);
                    })
                    .orElse(ConditionEvaluationResult.enabled("Fabric's programs are there"));
        }
    }
}
