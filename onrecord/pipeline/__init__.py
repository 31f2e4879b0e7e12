"""Stages in their order, run on one document at a time; what fails is stored, the rest goes on."""

from onrecord.pipeline.build import default_stages, reader
from onrecord.pipeline.pipeline import Pipeline, Reading

__all__ = ["Pipeline", "Reading", "default_stages", "reader"]
